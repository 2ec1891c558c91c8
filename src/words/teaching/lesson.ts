/** Texts of a lesson for students, and for readers of their work. */
import { counted, list } from '../terms/text.ts';

export const lessonWords = {
  preview: 'A preview: this is what students see',
  lessonBy: 'Lesson · written by whoever made this link',
  untitled: 'A lesson',
  reach: (goals: readonly string[]) =>
    `Reach ${goals.length === 1 ? 'this ending' : 'one of these endings'}: ${goals.join('; ')}.`,
  locked: (locked: number) => `The first ${counted(locked, 'step')} can be read, not changed.`,
  /** Numbers of tasks with a reply, and of those that wait for one here. */
  tasks: (replied: number, waiting: number, all: number) =>
    `${replied} of ${counted(all, 'task')} answered${waiting > 0 ? `, ${waiting} waiting here` : ''}.`,
  whatToDo: 'What to do',
  background: 'Background and glossary',
  /** Precedes the letter of a passage, for screen readers. */
  passage: 'Passage ',
  /** Precedes the correction of a passage. */
  fromOutside: 'From outside the articles:',
  reached: 'You have reached what the lesson asks for.',
  ended: 'Your story is over.',
  endedElsewhere: 'Your story ended elsewhere: go back and try another answer.',
  tooMuch:
    'This is more than the address of the page can hold: hand it in as text or as a file before you close the page.',
  handIn: 'Hand in',
  backToPage: 'Back to the lesson’s page',
  leave: 'Leave the lesson',
  leaveNote: (unkept: boolean) =>
    `The tasks and your replies go; your story stays. ${
      unkept
        ? 'Your work is not kept on this device: hand it in first, or copy its link.'
        : 'What you have done stays under Saved stories.'
    }`,
  leaveIt: 'Leave it',
  stay: 'Stay',
  noSupport: 'No quotation supports it',
  task: (number: number) => `Task ${number + 1}`,
  /** A task at the start, later on. */
  taskAtStart: (number: number, replied: boolean) =>
    `Task ${number + 1} · ${replied ? 'answered' : 'not answered yet'}`,
  taskBy: (number: number, byTeacher: boolean) =>
    `Task ${number + 1}${byTeacher ? ' · written by whoever made this lesson' : ''}`,
  yourWords: 'Your words',
  charactersLeft: (left: number) => `${left} characters left.`,
  noPrediction: 'no prediction',
  chooseEnding: 'choose an ending',
  closedAlready: ' (closed already)',
  mapSays: 'The map says:',
  changeIt: 'Change it',
  answer: 'This is my answer',
  noLesson:
    'No lesson is open here, so there is nothing to hand in. Open the link of the lesson again, or share your story with Copy link below it.',
  toStory: 'Go to the story',
  handInNote:
    'This is everything you hand in. It stays on this page until you pass on the link, the text or the file. Whoever has one of them can read it.',
  titleBy: (title: string) => `${title || 'A lesson'} · written by whoever made its link`,
  called: (label: string) => `You will be called: ${label}`,
  missing: (missing: number) => `${counted(missing, 'task')} ${missing === 1 ? 'has' : 'have'} no reply yet.`,
  youReached: 'You have reached what the lesson asks for.',
  youEndedElsewhere: 'Your story ended elsewhere than the lesson asks for.',
  youEnded: 'Your story is over.',
  youNotEnded: (atEnd: number) =>
    `Your story is not over yet.${atEnd > 0 ? ` There ${atEnd === 1 ? 'a task waits' : `${counted(atEnd, 'task')} wait`} for you.` : ''}`,
  backToWork: 'Go back and work on it',
  backToChange: 'Go back and change something',
  give: 'Give it to your teacher',
  label: 'What you want to be called, if anything',
  labelNote: 'Not your full name, school or address: a nickname or a number agreed with your teacher.',
  tooLong:
    'Your replies are too long for a link or a QR code. Hand in the file, which your teacher’s page can count, or the text, which your teacher can read. Both hold everything.',
  lessonLeftOut:
    'The lesson itself does not fit into the link beside your replies. Your teacher has it; the text and the file hold all of it.',
  noAddress:
    'This page was opened from a file, so the link has no address in front of it. Your teacher’s page reads it all the same.',
  linkCopied: 'Link copied',
  copyLink: 'Copy link',
  hideQrCode: 'Hide the QR code',
  qrCode: 'QR code',
  textCopied: 'Text copied',
  copyText: 'Copy as text',
  saveFile: 'Save as a file',
  print: 'Print',
  clipboardBlocked: 'The clipboard is blocked here. Mark the text below and copy it.',
  linkOnClipboard: 'The link is on the clipboard. Paste it where your teacher asked for it.',
  textOnClipboard: 'The text is on the clipboard. Paste it where your teacher asked for it.',
  notFetched: 'The QR code and the file did not load. The link and the text still work.',
  qrCodeOf: 'the link that hands in this work',
  theSameAsText: 'The same as text',
  replies: 'Replies',
  noTasks: 'No task has come up yet.',
  taskAt: (number: number, where: string) => `Task ${number + 1}${where ? ` · ${where}` : ''}`,
  noReply: 'No reply.',
  story: 'The story',
  noSteps: 'No step was taken.',
  endedAt: 'It ended:',
  notEnded: 'It is not over.',
  workBy: 'Work handed in · written by whoever made this link',
  workAlone: 'Work without its lesson',
  handedInBy: (label: string) => `Handed in by: ${label}`,
  handedInNameless: 'Handed in without a name.',
  lessonMissing: (print: string) =>
    `The link was too short to hold the lesson, so what was asked is not shown. Open the lesson’s own link beside it; this work answers the lesson ${print}.`,
  followed: (steps: number, story: number) =>
    `${steps} of its ${story} steps can be followed: the story was made on another edition of this map.`,
  walkOn: 'Go on from this story',
  workYourself: 'Work on the lesson yourself',
  noWork: 'No work is open',
  noWorkNote: 'Open the link that a student handed in.',
  /** The first line of work as a text. */
  workText: (title: string, label: string) => `${title || 'A lesson'}${label ? `, by ${label}` : ''}`,
  taskText: (number: number, where: string, asked: string, reply: string) =>
    `Task ${number + 1}, ${where}\n${asked}\n${reply}`,
  storyText: (steps: readonly string[]) => `The story\n${steps.join('\n') || 'No step was taken.'}`,
  endedText: (title: string) => `It ended: ${title}`,
  recordStore: (host: string) => `The record store at ${host}`,
  platform: 'The learning platform',
  goOn: 'You go on where you left off.',
  /** Tasks by their numbers from 0: “task 1”, “tasks 1 and 2”. */
  taskNumbers: (numbers: readonly number[]) =>
    `${numbers.length === 1 ? 'task' : 'tasks'} ${list(numbers.map((number) => String(number + 1)))}`,
  platformLost: (missing: number, tasks: string) =>
    `The platform had no room for ${counted(missing, 'reply', 'replies')}: write ${missing === 1 ? 'it' : 'them'} again, at ${tasks}.`,
  platformUnread: 'What the platform had kept cannot be read. The lesson starts from its beginning.',
  platformChanged:
    'The lesson was changed since your last visit. Your story is here; your replies belonged to the former tasks.',
  platformSilent:
    'No learning platform answered, so nothing is kept there. Hand in your work before you close the page.',
  platformFails: (platform: string, code: string) =>
    `${platform} does not keep your work${code ? ` (it says: ${code})` : ''}. Hand it in before you close the page.`,
  platformFull: (platform: string, missing: number, tasks: string) =>
    `${platform} keeps your story, but has no room for your longest ${
      missing === 1 ? 'reply' : 'replies'
    }, at ${tasks}. Hand in your work before you close the page, or write less.`,
  platformKeeps: (platform: string) => `${platform} keeps your story and your replies.`,
};

export type LessonWords = typeof lessonWords;
