/** Why a file that the reader gave was not opened or taken in. */

export const BAD_FILE: Readonly<Record<string, string>> = {
  'too-large': 'This file is larger than any lesson. Pick one whose name ends in .parley-lesson.json.',
  'not-json':
    'This file is no lesson, or it was damaged on its way. Pick one whose name ends in .parley-lesson.json, or ask for it again.',
  'other-file':
    'This file holds something else than a lesson. Pick one whose name ends in .parley-lesson.json.',
  newer: 'This lesson was made by a newer version of this page. Reload the page and open it again.',
  damaged:
    'This lesson cannot be read: a part of it is missing, too long, or holds signs that cannot be seen. Ask for it again.',
  'other-scenario': 'This lesson belongs to another map than the one shown here.',
};

/** Why a file of stories was not taken in. */
export const NOT_TAKEN: Readonly<Record<'too-large' | 'not-stories' | 'newer' | 'blocked' | 'full', string>> =
  {
    'too-large': 'This file is larger than any file of stories. Nothing was taken in.',
    'not-stories':
      'This is not a file of stories of this page. Nothing was taken in. Choose one that was saved here.',
    newer: 'This file was made by a newer version of this page. Reload the page, then take it in again.',
    blocked: 'This browser does not let the page keep anything. Nothing was taken in.',
    full: 'There is no room left in this browser. Nothing was taken in.',
  };
