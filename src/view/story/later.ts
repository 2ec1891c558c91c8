/** What a story needs from its second question on, and what the page may have to say: fetched beside the first question. */
import ChangedNotice from '../shell/ChangedNotice.svelte';
import EndingReached from './EndingReached.svelte';
import FollowBanner from './FollowBanner.svelte';
import Steps from './Steps.svelte';

export { default as NewerVersion } from '../shell/NewerVersion.svelte';
export { default as NotSaved } from '../shell/NotSaved.svelte';
export { default as OpenedNotice } from '../shell/OpenedNotice.svelte';
export { default as AnswerClosed } from './AnswerClosed.svelte';
export { default as StoryBar } from './StoryBar.svelte';
export const later = { ChangedNotice, EndingReached, FollowBanner, Steps };
