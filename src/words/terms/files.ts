/** Reasons why a file was not opened or imported. */

export const BAD_FILE: Readonly<Record<string, string>> = {
  'too-large': 'This file is larger than any lesson. Pick one whose name ends in .parley-lesson.json.',
  'not-json':
    'This is not a Parley lesson file, or it is damaged. Pick one whose name ends in .parley-lesson.json, or ask for it again.',
  'other-file': 'This is not a Parley lesson file. Pick one whose name ends in .parley-lesson.json.',
  newer: 'This lesson was made by a newer version of this page. Reload the page and open it again.',
  damaged:
    'This lesson file is damaged: a part of it is missing, too long, or cannot be shown. Ask for it again.',
  'other-scenario': 'This lesson belongs to another map.',
};

/** Reasons why a file of stories was not imported. */
export const NOT_TAKEN: Readonly<Record<'too-large' | 'not-stories' | 'newer' | 'blocked' | 'full', string>> =
  {
    'too-large': 'This file is larger than any file of stories. Nothing was added.',
    'not-stories':
      'This is not a Parley file of saved stories. Nothing was added. Choose a file that this page saved.',
    newer: 'This file was made by a newer version of this page. Reload the page, then open it again.',
    blocked: 'This browser does not let the page keep anything. Nothing was added.',
    full: 'There is no room left in this browser. Nothing was added.',
  };
