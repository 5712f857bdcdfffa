import type { PartialDate } from "../../dates.ts";
import type { Span } from "../../span.ts";
import { startingIn, type DatedFinder, type Found, type Search } from "../found.ts";
import { meetingId, seriesOf } from "../meetings.ts";
import type { DocumentFacts } from "../mention.ts";

/*
 * A forum named without number or year is one occurrence of it where the words around say that it took or takes place:
 * "raised at the ADMM this November", "after chairing the ADMM Retreat", "the Retreat was held in". Elsewhere it is the
 * standing forum: "in the framework of ADMM".
 */

const eventBefore =
  /\b(?:at|during|(?:met|meet|gathered|gather|assembled|convened)\b[^.;]{0,60}\s(?:for|at)|mempengerusikan|menghadiri|\d{4},?\s+for|chair(?:ed|ing)|presid(?:ed|ing)\s+over|attend(?:ed|ing|s|ance\s+at)?|host(?:ed|ing|s)?|conven(?:ed|ing)|(?:sidelines|margins|conclusion|outcomes?|opening|theme)\s+of|ahead\s+of)\s+(?:the\s+)?$/i;
const heldBehind =
  /^(?:\s*\((?:hereinafter|hereafter)[^()]*\))?,?\s+(?:which\s+)?(?:was|were|is\s+being|is\s+to\s+be|will\s+be|has\s+been)\s+(?:\w+ly\s+)?(?:also\s+)?(?:held|convened|hosted|chaired|opened|attended|presided)\b|^,?\s+(?:held|convened|ended|concluded|opened|began|kicked\s+off|took\s+place|takes\s+place|brought\s+together)\b/i;
const together = /^\s*,?\s*(?:and\s+)?(?:the\s+)?$/;

/** Furthest that the date of a meeting stands behind its name, in characters. */
const reach = 90;

/** Series names that stand for one meeting, resolved by the date beside them or the document's own meeting. */
export const events: DatedFinder = {
  id: "event",
  find: (search, found, facts) => {
    const named = found.filter(({ id }) => seriesOf(search.registry, id) !== null);
    return coordinated(search, named).flatMap((group) => resolve(search, found, facts, group));
  },
};

/** Names that stand together: `the ADMM and the ADSOM`. What is said around them is said of each. */
function coordinated({ text }: Search, named: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  for (const name of named) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open && last && together.test(text.slice(last.end, name.start))) open.push(name);
    else groups.push([name]);
  }
  return groups;
}

function resolve(search: Search, found: readonly Found[], facts: DocumentFacts, group: readonly Found[]): Found[] {
  const { text } = search;
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return [];
  if (!takesPlace(text, { start: first.start, end: last.end })) return [];
  const date = dateBehind(text, found, last.end);
  return group.flatMap((name) => {
    const year = date ?? (name.id === facts.series?.value ? facts.date?.value : undefined);
    return year === undefined ? [] : [occurrence(search, facts, name, year)];
  });
}

/** True where the words around a forum's name say that it takes or took place. */
export function takesPlace(text: string, { start, end }: Span): boolean {
  return heldBehind.test(text.slice(end, end + 120)) || eventBefore.test(text.slice(Math.max(0, start - 100), start));
}

function occurrence(search: Search, facts: DocumentFacts, name: Found, date: PartialDate): Found {
  const year = Number(date.slice(0, 4));
  const own = name.id === facts.series?.value && facts.date?.value.startsWith(String(year)) ? facts.meeting : null;
  return { ...name, id: own ?? meetingId(search.registry, name.id, { year }), rule: events.id };
}

/** Between a forum and a date that is not that of its meeting: another sentence, or how old the forum is. */
const ofOther = /[.;]\s|\b(?:since|established|founded|created|inception)\b/;

function dateBehind(text: string, found: readonly Found[], end: number): PartialDate | undefined {
  const date = startingIn(found, end, end + reach).find(({ id }) => id.startsWith("date:"));
  return date && !ofOther.test(text.slice(end, date.start)) ? date.id.slice("date:".length) : undefined;
}
