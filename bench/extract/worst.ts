import { extract, type Registry } from "../../ingest/index.ts";
import { costsOf, type Figure } from "./measure.ts";

/** Stretches that make a careless pattern look at the same characters again and again. */
const stretches: readonly (readonly [name: string, stretch: string])[] = [
  ["numbers behind a word", "Article 1 1 1 1 "],
  ["blanks", " "],
  ["blanks, and a letter now and then", `${" ".repeat(500)}a`],
  ["line breaks", "\n"],
  ["openings of a name", "the Treaty of "],
  ["a name without end", "Treaty of Amity and "],
  ["acronyms in parentheses", "United Nations (UN) "],
  ["open parentheses", "("],
  ["open quotations", "“ADMM "],
  ["stars", "*a"],
  ["underscores", "_a "],
  ["open brackets", "["],
  ["half a link", "[a](b "],
  ["nested quotations", "> > > "],
  ["half a tag", "<a b"],
  ["half a comment", "<!-- "],
  ["half an entity", "&amp "],
  ["capitals", "ASEAN DEFENCE "],
  ["capitalised words", "Abc Def Plan "],
  ["one long word", "abcdefgh"],
  ["one long number", "1234567890"],
  ["hyphens", "-"],
  ["a cut word", "a-\n"],
  ["ordinals", "1st, 2nd and "],
  ["days", "26 February "],
  ["years", "2024-2027-"],
  ["dates in words", "Twenty-First Day of November in the Year "],
  ["verbs", "REAFFIRMING and "],
  ["clauses on one line", "RECALLING the TAC; "],
  ["lists", "EWGs on HADR, "],
  ["numbered lines", "1. a\n"],
  ["lettered lines", "a) RECALLING:\n"],
  ["ministers", "Minister of Defence of "],
  ["honorifics", "Dato Seri Haji Awang "],
  ["accents", "Phạm Văn "],
  ["pairs of surrogates", "😀"],
];

const size = 300_000;

/** How the cost of each stretch grows when the text doubles: linear is 2. */
export function measureWorst(registry: Registry, runs: number): Figure[] {
  return stretches.map(([name, stretch]): Figure => {
    const texts = [size, 2 * size].map((length) => stretch.repeat(Math.ceil(length / stretch.length)));
    const [once = 0, twice = 0] = costsOf(runs, ...texts.map((raw) => () => read(raw, registry)));
    return { name: `twice as much: ${name}`, value: twice / Math.max(once, 1), unit: "x", goal: { most: 2.4 } };
  });
}

function read(raw: string, registry: Registry) {
  return extract({ file: "made-up.txt", format: "text", sha256: "0", raw, address: null }, registry);
}
