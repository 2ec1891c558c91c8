/** Random tests choose the same in every run: what fails once fails again, and what passed here passes elsewhere. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 2025 });
