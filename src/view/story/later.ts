/** What a story needs from its second question on, and what the page may have to say: fetched beside the first question. */
export { default as AnswerClosed } from './AnswerClosed.svelte';
export { default as ChangedNotice } from '../shell/ChangedNotice.svelte';
export { default as NewerVersion } from '../shell/NewerVersion.svelte';
export { default as NotSaved } from '../shell/NotSaved.svelte';
export { default as OpenedNotice } from '../shell/OpenedNotice.svelte';
export { default as Steps } from './Steps.svelte';
export { default as StoryBar } from './StoryBar.svelte';
export { default as WalkBanner } from './WalkBanner.svelte';
export { default as WayBanner } from './WayBanner.svelte';
