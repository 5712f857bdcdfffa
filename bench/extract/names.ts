import { nameIndexOf } from "../../ingest/mentions/name-index.ts";
import { namesIn } from "../../ingest/mentions/search.ts";
import { tokenise } from "../../ingest/mentions/tokens.ts";
import type { Registry } from "../../ingest/index.ts";
import { namesOf, proseWithNames, varied } from "./material.ts";
import { costsOf, type Figure } from "./measure.ts";

/*
 * Finding names in a text, against the best regular expression that can be built of them: their common beginnings factored
 * out, longest first. The search takes capitals, hyphens and plurals for the same name. So does the first expression; the
 * second only finds what is written to the letter, in a text that has nothing else.
 */

const textSize = 4_000_000;
const counts = [1_000, 4_000, 10_000] as const;

interface Comparison {
  readonly name: string;
  readonly text: string;
  readonly expressionOf: (names: readonly string[]) => RegExp;
  /** Least speed of the search against the expression, for each number of names; null where nothing is asked. */
  readonly least: readonly number[] | null;
}

/** Speed against the expressions for each number of names, and of ten times the names against the fewest. Throws where the hits differ. */
export function measureNames(runs: number): Figure[] {
  const names = namesOf(1, Math.max(...counts));
  const named = names.slice(0, Math.min(...counts));
  const same: Comparison = {
    name: "an expression that finds the same",
    text: proseWithNames(2, textSize, named, varied),
    expressionOf: (forms) => new RegExp(`\\b${sourceOf(forms, "[ -]")}s?\\b`, "gi"),
    least: [0.5, 1, 1],
  };
  const literal: Comparison = {
    name: "one that finds names to the letter",
    text: proseWithNames(2, textSize, named),
    expressionOf: (forms) => new RegExp(`\\b${sourceOf(forms, " ")}\\b`, "g"),
    least: null,
  };
  return [...compareAll(same, names, runs), ...compareAll(literal, names, runs)];
}

function compareAll(comparison: Comparison, names: readonly string[], runs: number): Figure[] {
  const { name, least } = comparison;
  const costs = counts.map((count) => compare(comparison, names.slice(0, count), runs));
  const against = costs.map(({ own, expression }, index): Figure => {
    const goal = least ? { least: least[index] ?? 1 } : null;
    return { name: `${counts[index] ?? 0} names, ${name}`, value: expression / own, unit: "x", goal };
  });
  if (!least) return against;
  const speeds = costs.map(({ own }, index): Figure => ({
    name: `${counts[index] ?? 0} names`,
    value: textSize / 1000 / own,
    unit: "MB/s",
    goal: null,
  }));
  const growth = (costs[0]?.own ?? 0) / (costs.at(-1)?.own ?? 1);
  return [...against, ...speeds, { name: "ten times the names", value: growth, unit: "x", goal: { least: 0.6 } }];
}

function compare({ text, expressionOf }: Comparison, names: readonly string[], runs: number) {
  const index = nameIndexOf(registryOf(names));
  const pattern = expressionOf(names);
  const own = () => namesIn(index, tokenise(text), { start: 0, end: text.length });
  const expression = () => [...text.matchAll(pattern)];
  const found = own().map(({ start, end }) => `${start}-${end}`);
  const wanted = expression().map(({ index: start, 0: name }) => `${start}-${start + name.length}`);
  const other = found.findIndex((place, at) => place !== wanted[at]);
  if (other !== -1 || found.length !== wanted.length) {
    throw new Error(
      `${names.length} names: ${found[other] ?? ""} found where ${wanted[other] ?? "nothing more"} is right`,
    );
  }
  const [ownCost = 1, expressionCost = 0] = costsOf(runs, own, expression);
  return { own: ownCost, expression: expressionCost };
}

function registryOf(names: readonly string[]): Registry {
  const named = names.map((text, index) => ({ text, id: `instrument:${index}` }));
  return { records: { statements: [] } as unknown as Registry["records"], nameOf: new Map(), names: named };
}

interface Branch {
  readonly children: Map<string, Branch>;
  ends: boolean;
}

/** Source of an expression for some names; `blank` stands for the blanks in them. */
function sourceOf(names: readonly string[], blank: string): string {
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
  return branchSource(root, blank);
}

function branchSource(branch: Branch, blank: string): string {
  const rests = [...branch.children].map(
    ([character, child]) => (character === " " ? blank : character) + branchSource(child, blank),
  );
  if (rests.length === 0) return "";
  const [only = ""] = rests;
  if (rests.length === 1 && !branch.ends) return only;
  return `(?:${rests.join("|")})${branch.ends ? "?" : ""}`;
}
