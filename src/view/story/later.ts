/** Components that a story needs from its second question on, loaded beside the first question. */
import ChangedNotice from '../shell/ChangedNotice.svelte';
import NewerVersion from '../shell/NewerVersion.svelte';
import NotSaved from '../shell/NotSaved.svelte';
import OpenedNotice from '../shell/OpenedNotice.svelte';
import '../shell/controls.css';
import AnswerClosed from './AnswerClosed.svelte';
import EndingReached from './EndingReached.svelte';
import FollowBanner from './FollowBanner.svelte';
import Steps from './Steps.svelte';
import StoryBar from './StoryBar.svelte';

export const later = {
  AnswerClosed,
  ChangedNotice,
  EndingReached,
  FollowBanner,
  NewerVersion,
  NotSaved,
  OpenedNotice,
  Steps,
  StoryBar,
};
