/**
 * The classes of verb that govern clauses and citations. One documented table for drafting verbs of ASEAN and UN
 * documents; the classes are the field's own words and say nothing about strength.
 */
export const manners = [
  "recall",
  "reaffirm",
  "reiterate",
  "recognise",
  "acknowledge",
  "note",
  "emphasise",
  "welcome",
  "commend",
  "appreciate",
  "express_concern",
  "mindful",
  "desire",
  "guided_by",
  "support",
  "uphold",
  "commit",
  "agree",
  "adopt",
  "endorse",
  "promote",
  "strengthen",
  "develop",
  "implement",
  "continue",
  "encourage",
  "call_on",
  "task",
  "prioritise",
  "other",
] as const;
export type Manner = (typeof manners)[number];
