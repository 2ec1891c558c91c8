/** What the web component says where it has no scenario to draw. */
export const elementWords = {
  noScenario: 'This element names no scenario: set “scenario” to the id of one of this site, or “src”.',
  otherScenario: (address: string, id: string, asked: string) =>
    `The data at ${address} is of the scenario “${id}”, not “${asked}”.`,
  notFitting: (id: string) => `The scenario “${id}” cannot be drawn: its data do not fit together.`,
  noAddress: (address: string) => `“${address}” is no address of a scenario: it has to begin with https://.`,
  nothingThere: (address: string) => `There is no scenario at ${address}.`,
  tooLarge: (address: string) => `The scenario at ${address} is too large: more than 4 MB.`,
  notFetched: (address: string) =>
    `The scenario at ${address} could not be fetched. Perhaps this page’s policy forbids it, or the connection is gone.`,
  notBuilt: (address: string) => `What stands at ${address} is no scenario that was built for embeds.`,
  otherShape: (address: string, part: string) =>
    `What stands at ${address} is no scenario that was built for embeds: its part “${part}” has another shape.`,
};
