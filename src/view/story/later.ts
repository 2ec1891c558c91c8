/** What stands above a question from the second on, and the ending: fetched beside the first question. */
import ChangedNotice from '../shell/ChangedNotice.svelte';
import EndingReached from './EndingReached.svelte';
import FollowBanner from './FollowBanner.svelte';
import Steps from './Steps.svelte';

export const later = { ChangedNotice, EndingReached, FollowBanner, Steps };
