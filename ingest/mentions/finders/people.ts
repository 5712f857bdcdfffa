import { kindOf } from "../../ids.ts";
import { plainFound, type Finder, type Found, type Search } from "../found.ts";

/** Behind such a word "Minister" and "Secretary" are an office of its own and no form of address. */
const notOfOffice =
  "(?<!\\b(?:Prime|Defen[cs]e|Foreign|Deputy|Vice|Second|Senior|Assistant|Permanent|Interior|State) )";

/** Titles, ranks and forms of address that belong to a name, in the languages of the region. */
const honorifics = [
  "H\\.?\\s?E\\.?",
  "His Excellency",
  "Her Excellency",
  "His Royal Highness",
  "Her Royal Highness",
  "(?:The )?Rt\\.? Hon(?:ourable)?\\.?",
  "(?:The )?Hon(?:ourable)?\\.?",
  "(?:The )?Right Honourable",
  "Yang (?:Berhormat|Berbahagia|Amat Berhormat|Amat Berbahagia|Mulia|Terhormat)(?:\\s+Mulia)?",
  "YM",
  "Bapak",
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
  "(?:Senior |Sen\\.? |Army |Air Chief |Lieutenant |Lt\\.?[- ]?|Lt\\.?-?|Major |Maj\\.?[- ]?|Brigadier |Brig\\.?[- ]?|Full |Honorary )*(?:General|Gen\\.?|Marshal|Admiral|Adm\\.?|Colonel|Col\\.?)(?: \\(?(?:Ret(?:ired|['’]?d)?\\.?|Rtd\\.?)\\)?)?",
  "Captain",
  "Jenderal",
  "Jeneral",
  "Laksamana",
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
const leading = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${honorifics.join("|")})[^\\S\\n]+)+$`, "u");

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
  const match = leading.exec(before);
  return match ? { ...name, start: name.start - match[0].length, rule: people.id } : name;
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
  "Admiral",
  "Minister",
]);

/** What a last name alone must be followed by, or have before it, to be the person named before. */
const speaks =
  /^(?:['’]s\b|\s+(?:said|added|told|noted|stressed|also|who|will|has|was|met|expressed|highlighted|reiterated|urged|made|stated|called|pledged|emphasi[sz]ed|reaffirmed|delivered|attended|joined|thanked)\b)/;
const addressed = /\b(?:Minister|Secretary|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|General|Gen\.?|Datuk|Dato['’]?|Admiral)\s+$/;

/** What stands behind a family name and is no part of it. */
const suffix = /,?\s+(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;

/** Later, a person is called by the last name or the first; it must belong to one person of the text only. */
function shortNames(search: Search, named: readonly Found[]): Found[] {
  const byWord = new Map<string, Set<string>>();
  for (const { id, start, headEnd } of named) {
    const words = search.text.slice(start, headEnd).replace(leading, "").replace(suffix, "").split(/\s+/);
    if (words.length < 2) continue;
    for (const word of [words[0] ?? "", words.at(-1) ?? ""]) {
      if (word.length >= 2 && !commonFirst.has(word)) byWord.set(word, (byWord.get(word) ?? new Set()).add(id));
    }
  }
  const only = [...byWord].flatMap(([word, [id, ...others]]): [string, string][] =>
    id === undefined || others.length > 0 ? [] : [[word, id]],
  );
  return only.length === 0 ? [] : placesOf(search, new Map(only));
}

function placesOf(search: Search, idOf: ReadonlyMap<string, string>): Found[] {
  const words = [...idOf.keys()].sort((a, b) => b.length - a.length);
  const one = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${one})(?![\\p{L}\\p{N}-])`, "gu");
  return [...search.text.matchAll(pattern)].flatMap(({ index: start, 0: word }) => {
    const end = start + word.length;
    const fits =
      (word.length > 2 && speaks.test(search.text.slice(end, end + 16))) ||
      addressed.test(search.text.slice(Math.max(0, start - 16), start));
    return fits ? [plainFound({ start, end }, idOf.get(word) ?? "", people.id)] : [];
  });
}
