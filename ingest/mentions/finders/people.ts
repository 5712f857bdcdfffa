import { kindOf } from "../../ids.ts";
import { isCapitals } from "../../clauses/page.ts";
import type { Span } from "../../span.ts";
import { overlapping, plainFound, type Finder, type Found, type Search } from "../found.ts";

/** Behind such a word "Minister" and "Secretary" are an office of its own and no form of address. */
const notOfOffice =
  "(?<!\\b(?:Prime|Defen[cs]e|Foreign|Deputy|Vice|Second|Senior|Assistant|Permanent|Interior|State) )";

/** Titles, ranks and forms of address that belong to a name, in the languages of the region. */
const honorifics = [
  "H\\.?\\s?E\\.?",
  "His Excellency",
  "Her Excellency",
  "His Majesty",
  "Her Majesty",
  "His Royal Highness",
  "Her Royal Highness",
  "(?:The )?Rt\\.? Hon(?:ourable)?\\.?",
  "(?:The )?Hon(?:ourable)?\\.?",
  "(?:The )?Right Honourable",
  "Yang (?:Berhormat|Berbahagia|Amat Berhormat|Amat Berbahagia|Mulia|Terhormat)(?:\\s+Mulia)?",
  "YM",
  "Bapak",
  "Pak",
  "S\\.?\\s?E\\.?(?:\\s?M\\.?)?",
  "Ibu",
  "Tuan",
  "Comrade",
  `${notOfOffice}(?:Secretary|Minister)`,
  "Mr\\.?",
  "MM?\\.",
  "Mme\\.?",
  "Mrs\\.?",
  "Ms\\.?",
  "Mdm\\.?",
  "Dr\\.?",
  "Prof(?:essor)?\\.?",
  "Ir\\.?",
  "Sir",
  "Dame",
  "Dato['’]?(?:\\s+(?:Sri|Seri|Paduka|Setia|Utama|Wira|Diraja|Haji))*",
  "Datuk(?:\\s+(?:Sri|Seri|Paduka|Utama|Wira|Haji))*",
  "Tan Sri",
  "Tun",
  "YB",
  "YBhg\\.?",
  "YAB",
  "Pehin(?:\\s+(?:Datu|Orang|Kaya)\\s?\\p{L}*)*",
  "Haji",
  "Hajah",
  "Awang",
  "Dayang",
  "Pengiran",
  "Samdech(?:\\s+\\p{Lu}\\p{L}+){0,3}?",
  "U",
  "Daw",
  "(?:Senior |Sen\\.? |Army |Navy |Fleet |Police |Pol\\.? |Vice |Rear |Air Chief |Air Vice |Lieutenant |Lieut\\.? |Lt\\.?[- ]?|Lt\\.?-?|Major |Maj\\.?[- ]?|Brigadier |Brig\\.?[- ]?|Full |Honorary )*(?:General|Gen\\.?|Marshal|Admiral|Adm\\.?|Colonel|Col\\.?)(?: \\(?(?:Ret(?:ired|['’]?d)?\\.?|Rtd\\.?)\\)?)?",
  "Captain",
  "Commodore",
  "Sultan",
  "SND",
  "SecDef",
  "(?:Letnan |Mayor |Brigadir )?Jenderal(?: TNI)?(?: \\(Purn\\.?\\))?",
  "(?:Letjen|Mayjen|Brigjen|Laksamana|Marsekal)(?: (?:Madya|Muda))?(?: TNI)?(?: \\(Purn\\.?\\))?",
  "(?:Leftenan |Mejar |Brigedier )?Jeneral",
  "Đại tướng",
  "Thượng tướng",
  "Trung tướng",
  "(?:[Ll]e\\s+)?[Gg]énéral",
  "Shri",
  "Smt\\.?",
  "Senator",
  "Atty\\.?",
  "Assoc\\.? Prof\\.?",
  "Capt\\.?",
];
const forms = `(?:(?:${honorifics.join("|")})[^\\S\\n]+)+`;
const leading = new RegExp(`(?<![\\p{L}\\p{N}-])${forms}$`, "u");
/** The same in capitals throughout: `GENERAL TEA BANH`. */
const leadingInCapitals = new RegExp(`(?<![\\p{L}\\p{N}])${forms}$`, "iu");
const leadingWithin = new RegExp(`^${forms}`, "u");

/** Longest run of honorifics before a name, in characters. */
const reach = 120;

/** A registered person's name with the titles and ranks before it. */
export const people: Finder = {
  id: "person",
  find: (search, found) => {
    const named = found.filter(({ id }) => kindOf(id) === "person").map((name) => withHonorifics(search, name));
    const short = shortNames(
      search,
      found.filter(({ id }) => kindOf(id) === "person"),
    );
    return [...named, ...short.map((name) => withHonorifics(search, name))];
  },
};

function withHonorifics(search: Search, name: Found): Found {
  const before = search.text.slice(Math.max(0, name.start - reach), name.start);
  const own = leading.exec(before)?.[0] ?? "";
  const capitals = isCapitals(search.text.slice(name.start, name.headEnd));
  const loud = capitals ? (leadingInCapitals.exec(before)?.[0] ?? "") : "";
  const title = loud.length > own.length && isCapitals(loud) ? loud : own;
  return title === "" ? name : { ...name, start: name.start - title.length, rule: people.id };
}

/** First words of names that are titles or too common to stand for a person. */
const commonFirst = new Set([
  "Mohamed",
  "Mohammad",
  "Muhammad",
  "Mohd",
  "Dato",
  "Dato'",
  "Datuk",
  "General",
  "Gen",
  "Admiral",
  "Minister",
]);

/** What a last name alone must be followed by, or have before it, to be the person named before. */
const speaks =
  /^(?:['’]s\b|\s+(?:said|added|told|noted|stressed|also|who|will|has|was|met|expressed|highlighted|reiterated|urged|made|stated|called|pledged|emphasi[sz]ed|reaffirmed|delivered|attended|joined|thanked)\b)/;
const addressed = /\b(?:Minister|Secretary|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|General|Gen\.?|Datuk|Dato['’]?|Admiral)\s+$/;

/** Shortest last name that is known again by itself, in characters. */
const shortestAlone = 4;
/** Behind the end of a sentence, or at the start of a line. */
const opensSentence = /(?:^|[.!?:;]["”’)]*\s+|\n\s*|["“])$/;
const acts =
  /^(?:\s+(?:also\s+|then\s+)?(?:\p{Ll}{2,}(?:ed|s)|is|was|has|had|will|would|can|could|left|spoke|went|came|held|saw|gave|took|led|put|set|drew|kept)\b|,\s+whose?\b|\s+and\s+\p{Lu})/u;
const partOfName = {
  before:
    /(?<![\p{L}])(?!(?:And|As|Both|But|Earlier|For|Later|The|Then|When|While|With)\s)\p{Lu}(?:[\p{L}'’-]*|\.)\s+$/u,
  behind: /^(?:\s+\p{Lu}|\s?\p{N})/u,
};

/** What stands behind a family name and is no part of it. */
const suffix = /,?\s+(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;

/** `KOIZUMI Shinjiro` is Minister Koizumi later on. */
function asWritten(word: string): string[] {
  return word.length > 2 && isCapitals(word) ? [word, `${word.charAt(0)}${word.slice(1).toLowerCase()}`] : [word];
}

/** Later, a person is called by the last name or the first; it must belong to one person of the text only. */
function shortNames(search: Search, named: readonly Found[]): Found[] {
  const byWord = new Map<string, Set<string>>();
  for (const { id, start, headEnd } of named) {
    const words = search.text.slice(start, headEnd).replace(leadingWithin, "").replace(suffix, "").split(/\s+/);
    if (words.length < 2) continue;
    for (const word of [words[0] ?? "", words.at(-1) ?? ""].flatMap(asWritten)) {
      if (word.length >= 2 && !commonFirst.has(word)) byWord.set(word, (byWord.get(word) ?? new Set()).add(id));
    }
  }
  const only = [...byWord].flatMap(([word, [id, ...others]]): [string, string][] =>
    id === undefined || others.length > 0 ? [] : [[word, id]],
  );
  return only.length === 0 ? [] : placesOf(search, new Map(only), named);
}

function placesOf(search: Search, idOf: ReadonlyMap<string, string>, named: readonly Found[]): Found[] {
  const introduced = new Map<string, number>();
  for (const { id, end } of named) introduced.set(id, Math.min(end, introduced.get(id) ?? end));
  const words = [...idOf.keys()].sort((a, b) => b.length - a.length);
  const one = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${one})(?![\\p{L}\\p{N}-])`, "gu");
  return [...search.text.matchAll(pattern)].flatMap(({ index: start, 0: word }) => {
    const end = start + word.length;
    const id = idOf.get(word) ?? "";
    const before = search.text.slice(Math.max(0, start - 40), start);
    const fits =
      (word.length > 2 && speaks.test(search.text.slice(end, end + 16))) ||
      addressed.test(before) ||
      leading.test(before) ||
      // A headline calls by the last name whom the report introduces.
      ((search.kind === "news_article" || start > (introduced.get(id) ?? start)) &&
        standsAlone(search, { start, end }, before));
    return fits ? [plainFound({ start, end }, id, people.id)] : [];
  });
}

/** A last name within a sentence, or before a verb; not beside another capitalised word, and no name of anything else. */
function standsAlone({ text, hits }: Search, { start, end }: Span, before: string): boolean {
  const behind = text.slice(end, end + 24);
  if (end - start < shortestAlone || partOfName.before.test(before) || partOfName.behind.test(behind)) return false;
  if (opensSentence.test(before) && !acts.test(behind)) return false;
  return overlapping(hits, { start, end }).length === 0;
}
