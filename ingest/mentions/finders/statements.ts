import type { PartialDate } from "../../dates.ts";
import { kindOf } from "../../ids.ts";
import { contains } from "../../span.ts";
import type { Registry } from "../../registry/registry.ts";
import { idsOfForm } from "../name-index.ts";
import { plainFound, startingIn, type Finder, type Found, type Search } from "../found.ts";

type Statement = Registry["records"]["statements"][number];

/** What statements are called, with the kinds that may be meant. Ordered; adding a word is one entry here. */
const heads: readonly { readonly words: string; readonly kinds: readonly Statement["kind"][] }[] = [
  { words: "Joint (?:Press |Media )?(?:Statements?|Release|Communiqu[eé])", kinds: ["joint_statement"] },
  { words: "Joint Declaration", kinds: ["joint_declaration", "joint_statement"] },
  { words: "Chair(?:man|person)?['’]?s['’]? (?:Press )?Statement", kinds: ["chairmans_statement"] },
];

const anyHead = new RegExp(`(?<![\\p{L}-])(?:${heads.map(({ words }) => words).join("|")})(?![\\p{L}])`, "gu");

/** Between the word and the meeting whose statement it is: of this kind the two are one name. */
const belongs = /^ (?:of|by|from|on) (?:the )?$/;
/** Of this kind they are two. */
const issued =
  /^,? (?:(?:which was |that was |as )?(?:adopted|signed|issued|released)(?: by| at| in| during)?|at|in) (?:the )?$/;

/** Furthest that the place and the day of a statement stand behind its name, in characters. */
const reach = 80;

/**
 * Statements named by their meeting (`the Joint Declaration of the 10th ADMM`), or by place and day (`the Joint Declaration
 * adopted in Bandar Seri Begawan in May 2013`), where the registry knows just one such.
 */
export const statements: Finder = {
  id: "statement-of-meeting",
  find: (search, found) => {
    const places = found.filter(({ id }) => ["meeting", "place", "date", "country"].includes(kindOf(id) ?? "date"));
    const inOrder = [...places].sort((a, b) => a.start - b.start);
    return [...search.text.matchAll(anyHead)].flatMap((match) => {
      const head = { start: match.index, end: match.index + match[0].length };
      if (search.title && contains(search.title, head)) return [];
      const among = [byMeeting, byPlace, byName];
      return among.reduce<Found[] | null>((known, by) => known ?? by(search, inOrder, head, match[0]), null) ?? [];
    });
  },
};

interface Head {
  readonly start: number;
  readonly end: number;
}

function kindsOf(words: string): readonly Statement["kind"][] {
  return heads.find((head) => new RegExp(`^${head.words}$`, "u").test(words))?.kinds ?? [];
}

function onlyOne(search: Search, words: string, fits: (statement: Statement) => boolean): string | null {
  const kinds = kindsOf(words);
  const own = search.registry.records.statements.filter(fits);
  const ofKind = own.filter(({ kind }) => kind === kinds[0]);
  const [only, ...more] = ofKind.length > 0 ? ofKind : own.filter(({ kind }) => kinds.includes(kind));
  return only && more.length === 0 ? only.id : null;
}

function byMeeting(search: Search, found: readonly Found[], head: Head, words: string): Found[] | null {
  const meeting = startingIn(found, head.end, head.end + 40).find(({ id }) => kindOf(id) === "meeting");
  if (!meeting) return null;
  const between = search.text.slice(head.end, meeting.start);
  const one = belongs.test(between);
  if (!one && !issued.test(between)) return null;
  const id = onlyOne(search, words, (statement) => statement.meeting === meeting.id);
  const end = one ? meeting.end : head.end;
  return id === null ? null : [plainFound({ start: placedStart(search, head.start), end }, id, statements.id)];
}

/** `Bandar Seri Begawan Joint Declaration of …`: the place of a statement belongs to its name. */
function placedStart({ text, index }: Search, start: number): number {
  const words = /(?:\p{Lu}[\p{L}’']*\s){1,3}$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? "";
  const isPlace = idsOfForm(index, words.trim()).some((id) => kindOf(id) === "place");
  return isPlace ? start - words.length : start;
}

function byPlace(search: Search, found: readonly Found[], head: Head, words: string): Found[] | null {
  const behind = startingIn(found, head.end, head.end + reach);
  const [place] = behind;
  if (!place || kindOf(place.id) !== "place" || !issued.test(search.text.slice(head.end, place.start))) return null;
  const date = behind.find(({ id, start }) => kindOf(id) === null && !/[.;]/.test(search.text.slice(place.end, start)));
  if (!date) return null;
  const day = date.id.slice("date:".length);
  const id = onlyOne(
    search,
    words,
    ({ issuedIn, issuedOn }) => issuedIn === place.id && issuedOn !== undefined && agree(issuedOn, day),
  );
  return id === null ? null : [plainFound(head, id, statements.id)];
}

/** `the Jakarta Joint Declaration`: the place before the words, as the name of one statement begins. */
function byName(search: Search, _: readonly Found[], head: Head, words: string): Found[] | null {
  const start = placedStart(search, head.start);
  if (start === head.start) return null;
  const name = search.text.slice(start, head.end);
  const id = onlyOne(search, words, (statement) => statement.name.startsWith(`${name} `));
  return id === null ? null : [plainFound({ start, end: head.end }, id, statements.id)];
}

/** One of the two is the other, or says it more precisely. */
function agree(a: PartialDate, b: PartialDate): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
