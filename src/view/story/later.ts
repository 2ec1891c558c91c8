/** What stands above a question from the second on, and the ending: fetched beside the first question. */
export { default as ChangedNotice } from '../shell/ChangedNotice.svelte';
export { default as EndingReached } from './EndingReached.svelte';
export { default as FollowBanner } from './FollowBanner.svelte';
export { default as Steps } from './Steps.svelte';
