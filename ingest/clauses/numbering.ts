import type { Problem } from "../problem.ts";
import type { Clause } from "./clause.ts";

/**
 * Numbers that a scan has lost: clauses without a number between two whose numbers leave room for just them. The clause
 * stays as it is printed; the note says which number it must have had.
 */
export function lostNumbers(clauses: readonly Clause[], file: string): Problem[] {
  return (["preambular", "operative"] as const).flatMap((part) => {
    const own = clauses.filter((clause) => clause.part === part && clause.role !== "list_item");
    return gaps(own).map(({ clause, expected }) => ({
      rule: "number-lost",
      severity: "note",
      message: `the printed number of this clause is missing: by its neighbours it is ${expected}.`,
      file,
      span: { start: clause.start, end: clause.end },
    }));
  });
}

function gaps(clauses: readonly Clause[]): { clause: Clause; expected: number }[] {
  const numbers = clauses.map(({ number }) =>
    number !== null && /^\(?\d+[.)]*$/.test(number) ? Number.parseInt(number.replace("(", ""), 10) : null,
  );
  if (numbers.filter((number) => number !== null).length * 2 < clauses.length) return [];
  return clauses.flatMap((clause, index) => {
    if (numbers[index] !== null) return [];
    const expected = expectedAt(numbers, index);
    return expected === null ? [] : [{ clause, expected }];
  });
}

/** The number before, counted on, where the number after agrees or there is none. */
function expectedAt(numbers: readonly (number | null)[], index: number): number | null {
  const before = numbers.slice(0, index).findLastIndex((number) => number !== null);
  const expected = (numbers[before] ?? 0) + (index - before);
  const after = numbers.findIndex((number, at) => at > index && number !== null);
  return after === -1 || numbers[after] === expected + (after - index) ? expected : null;
}
