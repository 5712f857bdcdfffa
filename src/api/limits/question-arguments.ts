import { z } from "zod";
import { askedFields } from "../query.ts";
import type { AskedField } from "../query.ts";
import type { Limits, Refusal, Rule } from "./limit.ts";

/** What is wrong with the value of an argument, or null: what it is, what it may be, and what to do. */
type Check = (value: unknown, limits: Limits) => Omit<Refusal, "code" | "limit"> | null;

/** Arguments of questions that may not have every value of their type, by their names. */
const checks: Readonly<Record<string, Check>> = {
  phrase: (value, limits) => {
    const length = String(value).length;
    if (length <= limits.phrase) return null;
    return { value: length, allowed: `at most ${limits.phrase} characters`, remedy: "Search for a part of it." };
  },
  perKind: (value, limits) => between(value, 1, limits.rows, "Leave perKind out for all hits of a kind."),
  around: (value) => between(value, 0, 1_000, "Read the whole text of the clause instead."),
  asOf: (value) => (z.iso.date().safeParse(value).success ? null : { ...noDay, allowed: "a day as YYYY-MM-DD" }),
  from: (value) => (partialDate.test(String(value)) ? null : noDay),
  to: (value) => (partialDate.test(String(value)) ? null : noDay),
};

/** A year, a month or a day, or nothing. */
const partialDate = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/;

const noDay = {
  value: "no date",
  allowed: "2013, 2013-06 or 2013-06-18",
  remedy: "Write the date as numbers, the year first.",
};

/** Arguments of the questions that are fields of their own, where their type does not say what they may be. */
export const questionArguments: Rule = (query, limits) => {
  for (const field of askedFields(query)) {
    const refusal = refusalOf(field, limits);
    if (refusal !== null) return refusal;
  }
  return null;
};

function refusalOf({ node, args }: AskedField, limits: Limits): Refusal | null {
  for (const [name, value] of Object.entries(args)) {
    const wrong = value === null ? null : (checks[name]?.(value, limits) ?? null);
    if (wrong !== null) return { code: "BAD_USER_INPUT", limit: `${name} of ${node.name.value}`, ...wrong };
  }
  return null;
}

function between(value: unknown, least: number, most: number, remedy: string): ReturnType<Check> {
  if (typeof value === "number" && value >= least && value <= most) return null;
  return { value: String(value), allowed: `${least} to ${most}`, remedy };
}
