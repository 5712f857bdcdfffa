import { describe, expect, it } from "vitest";
import type { ClauseEntry, NamedEntity } from "../../../ingest/claims/clause-entry.ts";
import { meetingChairs } from "../../../ingest/claims/meeting-chairs.ts";
import { meetingDates } from "../../../ingest/claims/meeting-dates.ts";

/** A clause in which `[words|id]` marks what is named; dates are marked alike. */
function clauseOf(marked: string): { clause: ClauseEntry; dates: { id: string; start: number; end: number }[] } {
  const found: { id: string; surface: string; start: number; end: number }[] = [];
  let text = "";
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const [, surface, id] = /^\[(.*)\|(.*)\]$/.exec(part) ?? [];
    if (surface !== undefined && id !== undefined) {
      found.push({ id, surface, start: 100 + text.length, end: 100 + text.length + surface.length });
    }
    text += surface ?? part;
  }
  const isDate = ({ id }: { id: string }) => id.startsWith("date:");
  const names = found
    .filter((name) => !isDate(name))
    .map((name): NamedEntity => ({ ...name, verb: null, manner: null, role: null, rule: "test" }));
  const clause: ClauseEntry = {
    id: "clause:x/other-1",
    part: "other",
    role: "paragraph",
    position: 1,
    number: null,
    leads: [],
    start: 100,
    end: 100 + text.length,
    summary: null,
    text,
    parent: null,
    names,
  };
  return { clause, dates: found.filter(isDate) };
}

describe("dates of meetings", () => {
  it.each<[string, string[]]>([
    ["The [7th Forum|meeting:f-7] will be held in Bali in [May 2026|date:2026-05].", ["f-7 2026-05 announced"]],
    ["The [5th Forum|meeting:f-5] was held in Bali on [9 May 2024|date:2024-05-09].", ["f-5 2024-05-09 held"]],
    [
      "The [7th Forum|meeting:f-7] and the [3rd Talks|meeting:t-3] [this November|date:2025-11] come first.",
      ["t-3 2025-11 announced", "f-7 2025-11 announced"],
    ],
    [
      "The [3rd Talks|meeting:t-3], scheduled to take place in [September|date:2025-09], and the [7th Forum|meeting:f-7] in [November|date:2025-11]",
      ["t-3 2025-09 announced", "f-7 2025-11 announced"],
    ],
    ["The [5th Forum|meeting:f-5] looked back. In [2010|date:2010] much was said.", []],
    ["The [5th Forum|meeting:f-5] recalled the year [2010|date:2010].", []],
    ["On [9 May 2024|date:2024-05-09] the [5th Forum|meeting:f-5] met.", []],
  ])("%s", (marked, expected) => {
    const { clause, dates } = clauseOf(marked);
    const found = meetingDates(clause, dates, "2025-02-26");
    expect(
      found.map(({ meeting, date, announced }) => `${meeting.slice(8)} ${date} ${announced ? "announced" : "held"}`),
    ).toEqual(expected);
  });
});

describe("chairs of meetings", () => {
  it.each<[string, string[]]>([
    ["The [5th Forum|meeting:f-5] was chaired by Minister [A. Person|person:a].", ["f-5 a"]],
    ["The [5th Forum|meeting:f-5] was officially presided over by [A. Person|person:a] in Bali.", ["f-5 a"]],
    ["[A. Person|person:a] spoke after chairing the [5th Forum|meeting:f-5].", ["f-5 a"]],
    ["[A. Person|person:a] and [B. Person|person:b] spoke after chairing the [5th Forum|meeting:f-5].", []],
    ["The [5th Forum|meeting:f-5] was attended by [A. Person|person:a].", []],
    ["The [5th Forum|meeting:f-5] met. Later talks were chaired by [A. Person|person:a].", []],
  ])("%s", (marked, expected) => {
    const found = meetingChairs([clauseOf(marked).clause]);
    expect(found.map(({ meeting, person }) => `${meeting.slice(8)} ${person.slice(7)}`)).toEqual(expected);
  });

  it("points at the words", () => {
    const { clause } = clauseOf("The [5th Forum|meeting:f-5] was chaired by [A. Person|person:a] today.");
    const [found] = meetingChairs([clause]);
    expect(clause.text?.slice((found?.span.start ?? 0) - 100, (found?.span.end ?? 0) - 100)).toBe(
      "5th Forum was chaired by A. Person",
    );
  });
});
