/** What is recorded, not measured: sizes of makers whose programs no npm package that installs here holds. */

/** Characters of files as published, neither compressed nor with any content; no time is derived from them. */
export const RECORDED: Readonly<Record<string, string>> = {
  'Twine, SugarCube 2.37.3':
    '622,668 characters, the format.js that Twine puts into every page (klembot/twinejs at b2f8717)',
  'H5P, Branching Scenario (sources at 003ba76)':
    '15,009 + 36,379 characters, branchingScenario.js and libraryScreen.js alone',
  'H5P, Branching Question (at 0bf9da9)': '14,678 characters, branchingQuestion.js alone',
  'H5P, player (h5p-standalone 3.8.2, npm)':
    '22,842 + 143,904 bytes of script and 43,283 of style, before any library or content',
};
