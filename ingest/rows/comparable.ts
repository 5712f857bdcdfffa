import { earliest, latest, type PartialDate } from "../dates.ts";
import { kindOf } from "../ids.ts";
import type { MeetingRecord } from "../registry/records.ts";
import type { DocumentEntry } from "./documents.ts";
import type { Rows } from "./row.ts";

type Statement = Pick<DocumentEntry, "id" | "issuedOn" | "issuedAt" | "issuedBy" | "authority" | "scope">;
type Meeting = Pick<MeetingRecord, "id" | "heldOn">;

/** A statement with the first and the last day on which it can have been issued. */
interface Placed extends Statement {
  readonly first: string;
  readonly last: string;
}

/**
 * One edge from each general statement to the comparable one before it in each series in whose name it was issued: general as
 * well, of the same authority, and the last that was certainly issued earlier. Where the day of issue is not known that of
 * the meeting stands for it; a statement with neither is compared with nothing, and so is a thematic one.
 */
export function comparableRows(statements: readonly Statement[], meetings: readonly Meeting[]): Rows {
  const heldOn = new Map(meetings.map((meeting) => [meeting.id, meeting.heldOn]));
  const placed = statements.flatMap((statement) =>
    placedOn(statement, statement.issuedOn ?? heldOn.get(statement.issuedAt ?? "")),
  );
  const all = [...new Set(placed.flatMap(({ issuedBy }) => issuedBy))].filter((id) => kindOf(id) === "series");
  return {
    nodes: [],
    edges: all.flatMap((series) =>
      edgesIn(
        series,
        placed.filter(({ issuedBy }) => issuedBy.includes(series)),
      ),
    ),
  };
}

function placedOn(statement: Statement, day: PartialDate | null | undefined): Placed[] {
  return day ? [{ ...statement, first: earliest(day), last: latest(day) }] : [];
}

function edgesIn(series: string, statements: readonly Placed[]) {
  return statements.flatMap((statement) => {
    const before = comparableBefore(statement, statements);
    if (before === undefined) return [];
    const passedOver = statements.filter((other) => isBetween(other, before, statement)).map(({ id }) => id);
    const properties = { series, passedOver: passedOver.sort() };
    return [{ type: "FOLLOWS", from: statement.id, to: before.id, properties }];
  });
}

function comparableBefore(statement: Placed, others: readonly Placed[]): Placed | undefined {
  if (statement.scope !== "general") return undefined;
  return others
    .filter(({ scope, authority }) => scope === "general" && authority === statement.authority)
    .filter(({ last }) => last < statement.first)
    .toSorted((a, b) => (a.last + a.id < b.last + b.id ? -1 : 1))
    .at(-1);
}

/** Whether a statement may have been issued after the one and before the other; the second text of a meeting is not between. */
function isBetween(other: Placed, before: Placed, after: Placed): boolean {
  const apart = [before, after].every(({ id, issuedAt }) => id !== other.id && issuedAt !== other.issuedAt);
  return apart && other.last > before.first && other.first < after.last;
}
