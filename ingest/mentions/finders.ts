import type { DatedFinder, Finder } from "./found.ts";
import { dates } from "./finders/dates.ts";
import { ellipticNames } from "./finders/elliptic-names.ts";
import { events } from "./finders/events.ts";
import { ministries } from "./finders/ministries.ts";
import { registeredNames } from "./finders/names.ts";
import { occurrences } from "./finders/occurrences.ts";
import { offices } from "./finders/offices.ts";
import { people } from "./finders/people.ts";
import { relativeDates } from "./finders/relative-dates.ts";
import { shortHeads } from "./finders/short-heads.ts";
import { statements } from "./finders/statements.ts";
import { symbols } from "./finders/symbols.ts";
import { workingGroups } from "./finders/working-groups.ts";

/**
 * The ways to find mentions, in order: each sees what those before it have found, and where two find the same words the
 * later one is right. Adding a finder is one file and one entry here.
 */
export const finders: readonly Finder[] = [
  registeredNames,
  dates,
  occurrences,
  people,
  symbols,
  workingGroups,
  statements,
  ellipticNames,
  shortHeads,
];

/** Finders that need the day and place of the document, which the mentions of the finders above have shown. */
export const datedFinders: readonly DatedFinder[] = [relativeDates, ministries, offices, events];
