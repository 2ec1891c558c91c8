/** What stands above a question from the second on: fetched beside the first. */
import ChangedNotice from '../shell/ChangedNotice.svelte';
import Steps from './Steps.svelte';
import WayBanner from './WayBanner.svelte';

export const later = { ChangedNotice, Steps, WayBanner };
