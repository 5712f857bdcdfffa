import { findDates } from "../../text/date-forms.ts";
import { overlapping, plainFound, type Finder } from "../found.ts";

/** Dates that say their year themselves. */
export const dates: Finder = {
  id: "date",
  find: ({ text, addresses }) =>
    findDates(text)
      .filter((date) => overlapping(addresses, date).length === 0)
      .map((date) => plainFound(date, `date:${date.value}`, date.rule)),
};
