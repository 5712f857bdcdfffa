import { nameIndexOf, type NameIndex } from "../../ingest/mentions/name-index.ts";
import { namesIn } from "../../ingest/mentions/search.ts";
import { tokenise } from "../../ingest/mentions/tokens.ts";
import type { Registry } from "../../ingest/index.ts";
import { namesOf, proseWithNames } from "./material.ts";
import { costsOf, type Figure } from "./measure.ts";

/* Finding names in a text, against the best regular expression that can be built of them. */

const textSize = 4_000_000;
const counts = [1_000, 4_000, 10_000] as const;
const least: Readonly<Record<number, number>> = { 1_000: 0.5, 4_000: 1, 10_000: 1 };

/** Speed against the expression for each number of names, and of ten times the names against the fewest. Throws where the hits differ. */
export function measureNames(runs: number): Figure[] {
  const names = namesOf(1, Math.max(...counts));
  const text = proseWithNames(2, textSize, names.slice(0, 1_000));
  const costs = counts.map((count) => compare(text, names.slice(0, count), runs));
  const ratios = costs.map(({ own, expression }, index): Figure => {
    const count = counts[index] ?? 0;
    const goal = { least: least[count] ?? 1 };
    return { name: `${count} names in 4 MB, against the expression`, value: expression / own, unit: "x", goal };
  });
  const [first, last] = [costs[0], costs.at(-1)];
  return [
    ...ratios,
    ...costs.map(({ own }, index): Figure => ({
      name: `${counts[index] ?? 0} names in 4 MB`,
      value: textSize / 1000 / own,
      unit: "MB/s",
      goal: null,
    })),
    { name: "ten times the names", value: (first?.own ?? 0) / (last?.own ?? 1), unit: "x", goal: { least: 0.6 } },
  ];
}

function compare(text: string, names: readonly string[], runs: number): { own: number; expression: number } {
  const index = nameIndexOf(registryOf(names));
  const pattern = expressionOf(names);
  const own = () => hitsOf(index, text);
  const expression = () =>
    [...text.matchAll(pattern)].map(({ index: start, 0: name }) => start + name.length * 2 ** 24);
  const found = own().map(({ start, end }) => start + (end - start) * 2 ** 24);
  const wanted = expression();
  if (found.join() !== wanted.join())
    throw new Error(`${names.length} names: ${found.length} hits, not ${wanted.length}`);
  const [ownCost = 0, expressionCost = 0] = costsOf(runs, own, expression);
  return { own: ownCost, expression: expressionCost };
}

function hitsOf(index: NameIndex, text: string) {
  return namesIn(index, tokenise(text), { start: 0, end: text.length });
}

function registryOf(names: readonly string[]): Registry {
  const named = names.map((text, index) => ({ text, id: `instrument:${index}` }));
  return { records: { statements: [] } as unknown as Registry["records"], nameOf: new Map(), names: named };
}

interface Branch {
  readonly children: Map<string, Branch>;
  ends: boolean;
}

/** The names with their common beginnings factored out, longest first, whole words. */
function expressionOf(names: readonly string[]): RegExp {
  const root: Branch = { children: new Map(), ends: false };
  for (const name of names) {
    let branch = root;
    for (const character of name) {
      const next = branch.children.get(character) ?? { children: new Map<string, Branch>(), ends: false };
      branch.children.set(character, next);
      branch = next;
    }
    branch.ends = true;
  }
  return new RegExp(`\\b${sourceOf(root)}\\b`, "g");
}

function sourceOf(branch: Branch): string {
  const rests = [...branch.children].map(([character, child]) => character + sourceOf(child));
  if (rests.length === 0) return "";
  const [only = ""] = rests;
  if (rests.length === 1 && !branch.ends) return only;
  return `(?:${rests.join("|")})${branch.ends ? "?" : ""}`;
}
