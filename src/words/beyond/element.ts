/** Messages of the web component where it cannot draw a scenario. */
export const elementWords = {
  noScenario:
    'This element names no scenario. Set “scenario” to the id of a scenario on this site, or set “src”.',
  otherScenario: (address: string, id: string, asked: string) =>
    `The file at ${address} holds the scenario “${id}”, not “${asked}”.`,
  notFitting: (id: string) => `The scenario “${id}” cannot be shown: its data do not fit together.`,
  noAddress: (address: string) =>
    `“${address}” is not the address of a scenario. It has to begin with https://.`,
  nothingThere: (address: string) => `There is no scenario at ${address}.`,
  tooLarge: (address: string) => `The scenario at ${address} is too large: more than 4 MB.`,
  notFetched: (address: string) =>
    `The scenario at ${address} could not be loaded. This page’s policy may forbid it, or there is no connection.`,
  notBuilt: (address: string) => `The file at ${address} is not a scenario for embeds.`,
  otherShape: (address: string, part: string) =>
    `The file at ${address} is not a scenario for embeds: its part “${part}” has the wrong shape.`,
};
