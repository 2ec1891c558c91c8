/** Texts of the table of power over endings. */
import { list } from '../terms/text.ts';

const its = (one: boolean): string => (one ? 'its' : 'their');

export const whoDecidesWords = {
  title: 'Who can decide what',
  question: 'Which endings can each side guarantee, or prevent, on its own?',
  means:
    'To guarantee an ending is to reach it whatever the others answer. To prevent it is to make sure that a different one comes instead. Press a cell to see how.',
  about: 'This shows whose yes is needed on this map. It does not say what anyone would do.',
  ending: 'Ending',
  side: 'Side',
  table: 'Who can decide what, as a table',
  together: 'Show what these can do together',
  pickTwo: 'Pick two or more.',
  seenFrom: 'Seen from',
  start: 'the start',
  here: 'where your story is now',
  othersNeither: (names: readonly string[]): string =>
    `This map asks the others nothing, so none of them can guarantee or prevent anything: ${list(names)}.`,
  press: 'Press a cell, and how it is done is shown here.',
  noOdds: 'This map does not say how likely anything is.',
  setOdds: 'Say how likely you think it is',

  powers: {
    either: 'can guarantee or prevent',
    bring: 'can guarantee',
    prevent: 'can prevent',
    neither: 'can do neither',
    closed: 'no longer possible',
    sure: 'happens anyway',
  },
  alone: (names: string): string => `${names} alone`,
  all: (names: string): string => `${names} together`,

  canEither: 'can guarantee this ending, and can also prevent it, whatever all the others answer.',
  canBring: 'can guarantee this ending, whatever all the others answer.',
  canPrevent: (one: boolean): string =>
    `can prevent this ending, whatever all the others answer. To reach it, ${one ? 'it needs' : 'they need'} others too.`,
  canNeither: 'can neither guarantee nor prevent this ending: it depends on what others answer.',
  closed: (here: boolean): string =>
    here
      ? 'From where your story is now, this ending is no longer possible.'
      : 'This ending is not possible.',
  sure: (here: boolean): string =>
    here
      ? 'From where your story is now, this ending happens whatever anybody does.'
      : 'This ending happens whatever anybody does.',

  guarantee: 'guarantee it',
  prevent: 'prevent it',
  howPrevent: (one: boolean): string => `How ${one ? 'it' : 'they'} can prevent it`,
  showStopped: 'Show how others can stop it',
  showDespite: (one: boolean): string =>
    `Show how it can happen although ${one ? 'it tries' : 'they try'} to prevent it`,
  stopped: (names: string): string => `How others can stop it, against ${names}`,
  despite: (names: string): string => `How it can happen against ${names}`,
  toAnswer: (names: string, what: string): string => `What ${names} must answer to ${what}`,
  whenAsked: (names: string, parties: number, question: string): string =>
    `When ${names} ${parties === 1 ? 'is' : 'are'} asked: ${question}`,
  oneOf: 'One of these; which one depends on the answers before:',
  withhold: (one: boolean): string => `Not agree to this, which needs ${its(one)} yes too:`,
  enough: (free: number): string =>
    `${free > 0 ? 'All other questions can be answered in any way. ' : ''}Whatever the others answer, this is enough.`,
  story: 'One story in which the others hold out for as long as they can:',
  how: (names: string, what: string): string => `how ${names} can ${what}`,
  against: (names: string, what: string): string =>
    `One story in which the answers of others lead there, although ${names} would ${what} wherever possible:`,
};
