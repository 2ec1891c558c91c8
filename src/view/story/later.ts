/** What stands above a question from the second on: fetched beside the first. */
export { default as ChangedNotice } from '../shell/ChangedNotice.svelte';
export { default as Steps } from './Steps.svelte';
export { default as WayBanner } from './WayBanner.svelte';
