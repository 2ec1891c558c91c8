/** Fixes the seed of random tests, so that their results are reproducible. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 2025 });
