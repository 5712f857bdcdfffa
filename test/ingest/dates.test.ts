import * as fc from "../random.ts";
import { describe, expect, it } from "vitest";
import { compatible, earliest, isPartialDate, latest } from "../../ingest/dates.ts";

describe("partial dates", () => {
  it.each([
    ["2013", true],
    ["2013-06", true],
    ["2013-06-18", true],
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["2013-13", false],
    ["2013-00", false],
    ["2013-06-31", false],
    ["2013-6-18", false],
    ["June 2013", false],
    ["", false],
  ])("%s is a date: %s", (text, expected) => {
    expect(isPartialDate(text)).toBe(expected);
  });

  it.each([
    ["2013", "2013-01-01", "2013-12-31"],
    ["2013-06", "2013-06-01", "2013-06-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2013-06-18", "2013-06-18", "2013-06-18"],
  ])("%s can mean %s to %s", (date, first, last) => {
    expect([earliest(date), latest(date)]).toEqual([first, last]);
  });

  it.each([
    ["2013", "2013-06", true],
    ["2013-06-18", "2013-06", true],
    ["2013-06", "2013-07", false],
    ["2013-06-18", "2013-06-18", true],
  ])("%s and %s agree: %s", (a, b, expected) => {
    expect([compatible(a, b), compatible(b, a)]).toEqual([expected, expected]);
  });

  it("lies within its own bounds, whatever its precision", () => {
    const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(4, 7, 10), (day, length) => {
        const whole = day.toISOString().slice(0, 10);
        const partial = whole.slice(0, length);
        expect(isPartialDate(partial)).toBe(true);
        expect(earliest(partial) <= whole && whole <= latest(partial)).toBe(true);
      }),
    );
  });
});
