import { findDates } from "../../text/date-forms.ts";
import { addressesIn } from "../guards.ts";
import { overlaps } from "../../span.ts";
import { plainFound, type Finder } from "../found.ts";

/** Dates that say their year themselves. */
export const dates: Finder = {
  id: "date",
  find: ({ text }) => {
    const addresses = addressesIn(text);
    return findDates(text)
      .filter((date) => !addresses.some((address) => overlaps(address, date)))
      .map((date) => plainFound(date, `date:${date.value}`, date.rule));
  },
};
