import { describe, expect, it } from "vitest";
import { ordinalNumber, yearInWords } from "../../../ingest/text/calendar.ts";
import { findDates, isDateLine } from "../../../ingest/text/date-forms.ts";

describe("findDates", () => {
  it.each<[string, [string, string][]]>([
    ["on 1 November 2025;", [["1 November 2025", "2025-11-01"]]],
    [
      "the First Day of November in the Year Two Thousand and Twenty-Five,",
      [["First Day of November in the Year Two Thousand and Twenty-Five", "2025-11-01"]],
    ],
    ["this 26th day of February 2025", [["26th day of February 2025", "2025-02-26"]]],
    [
      "on the Eighteenth Day of October in the Year of Two Thousand Eighteen",
      [["Eighteenth Day of October in the Year of Two Thousand Eighteen", "2018-10-18"]],
    ],
    ["1, 2 and 3 March 2024", [["1, 2 and 3 March 2024", "2024-03-01"]]],
    [
      "of 15-Nov-2023 and 2023/11/16",
      [
        ["15-Nov-2023", "2023-11-15"],
        ["2023/11/16", "2023-11-16"],
      ],
    ],
    ["15-11-2023, file 7-15-11-2023", [["15-11-2023", "2023-11-15"]]],
    ["16-17 June 2013", [["16-17 June 2013", "2013-06-16"]]],
    ["30 October to 1 November 2023", [["30 October to 1 November 2023", "2023-10-30"]]],
    ["November 3-4, 2015", [["November 3-4, 2015", "2015-11-03"]]],
    [
      "Nov. 3, 2015 and 4th November, 2015",
      [
        ["Nov. 3, 2015", "2015-11-03"],
        ["4th November, 2015", "2015-11-04"],
      ],
    ],
    [
      "date 2025-02-26 on 12/10/2010",
      [
        ["2025-02-26", "2025-02-26"],
        ["12/10/2010", "2010-10-12"],
      ],
    ],
    [
      "in May 2014 they may 2014",
      [
        ["May 2014", "2014-05"],
        ["2014", "2014"],
      ],
    ],
    [
      "in 1977, 1997, 2005, and 2015.",
      [
        ["1977", "1977"],
        ["1997", "1997"],
        ["2005", "2005"],
        ["2015", "2015"],
      ],
    ],
    ["November 30 to December 2, 2024", [["November 30 to December 2, 2024", "2024-11-30"]]],
    ["date 2023-11 Jakarta", [["2023-11", "2023-11"]]],
    ["31 June 2013", [["June 2013", "2013-06"]]],
    ["MOD.100-2/1/2 Jld 6 ( ) 06/02 and A/RES/2019/3 for 2000 troops, RM 2000", []],
  ])("%s", (text, expected) => {
    expect(findDates(text).map(({ start, end, value }) => [text.slice(start, end), value])).toEqual(expected);
  });

  it.each([
    ["1 November 2025", true],
    ["Bali, Indonesia, 12 May 2009", true],
    ["2025", false],
    ["The meeting of 12 May 2009", false],
  ])("date line: %s", (text, expected) => {
    expect(isDateLine(text)).toBe(expected);
  });
});

describe("words", () => {
  it.each([
    ["Twelfth", 12],
    ["twenty-sixth", 26],
    ["Thirtieth", 30],
    ["79th", 79],
    ["1 st", 1],
    ["twelve", null],
  ])("ordinal %s", (text, expected) => {
    expect(ordinalNumber(text)).toBe(expected);
  });

  it.each([
    ["Two Thousand and Twenty-Five", 2025],
    ["Two Thousand Nine", 2009],
    ["Two Thousand", 2000],
    ["One Hundred", null],
  ])("year %s", (text, expected) => {
    expect(yearInWords(text)).toBe(expected);
  });
});
