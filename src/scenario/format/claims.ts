/** The shapes of what a finding can claim. */
import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { count, list, text, texts, where } from './shapes.ts';

const fields = { given: v.exactOptional(list(text, LIMITS.given)), without: v.exactOptional(texts) };
const bounds = {
  equals: v.exactOptional(count),
  atLeast: v.exactOptional(count),
  atMost: v.exactOptional(count),
};

const claimKinds = [
  v.strictObject({
    kind: v.literal('endings'),
    ...fields,
    are: v.exactOptional(texts),
    areAllBut: v.exactOptional(texts),
    include: v.exactOptional(texts),
    exclude: v.exactOptional(texts),
    count: v.exactOptional(count),
  }),
  v.strictObject({
    kind: v.literal('documented'),
    ...fields,
    inferred: v.boolean(),
    endings: list(text, LIMITS.endings),
    minInferred: v.exactOptional(count),
  }),
  v.strictObject({
    kind: v.literal('count'),
    of: text,
    where: v.exactOptional(where),
    ...bounds,
  }),
  v.strictObject({
    kind: v.literal('min'),
    ...fields,
    measure: v.picklist(['against', 'undocumented', 'length']),
    endings: list(text, LIMITS.endings),
    ...bounds,
  }),
  v.strictObject({
    kind: v.literal('everyStory'),
    ...fields,
    endings: list(text, LIMITS.endings),
    hasOneOf: texts,
  }),
  v.strictObject({
    kind: v.literal('against'),
    ...fields,
    answers: texts,
    evidence: texts,
    always: v.exactOptional(v.literal(true)),
    never: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    kind: v.literal('power'),
    given: v.exactOptional(list(text, LIMITS.given)),
    actors: list(text, LIMITS.actors),
    can: v.picklist(['bringAbout', 'block']),
    endings: list(text, LIMITS.endings),
    as: v.exactOptional(v.picklist(['each', 'set'])),
    holds: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('aimsNeverTogether'), ...fields, pairs: list(texts) }),
  v.strictObject({ kind: v.literal('aimsTogether'), ...fields, aims: list(text, LIMITS.aims) }),
  v.strictObject({
    kind: v.literal('fact'),
    ...fields,
    fact: text,
    value: count,
    endings: list(text, LIMITS.endings),
  }),
] as const;

/** What a finding may claim: `kind` decides which fields may stand beside it. */
export type Claim =
  v.InferOutput<(typeof claimKinds)[number]> | { readonly kind: 'all'; readonly of: readonly Claim[] };

export const claim: v.GenericSchema<Claim> = v.variant('kind', [
  v.strictObject({ kind: v.literal('all'), of: list(v.lazy(() => claim)) }),
  ...claimKinds,
]);
