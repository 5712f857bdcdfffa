import { recordsOf, type Finding, type Rule } from "./rule.ts";

/** A meeting was held in no place of the country that hosted it. */
export const hostPlaceRule: Rule = {
  id: "host-place",
  severity: "warning",
  leavesOut: false,
  find: (checked) => {
    const countryOf = new Map(recordsOf(checked, "places").map(({ value }) => [value.id, value.country]));
    return recordsOf(checked, "meetings").flatMap((record): Finding[] => {
      const { places = [], hostedBy } = record.value;
      const countries = places.flatMap((id) => countryOf.get(id) ?? []);
      if (hostedBy === undefined || countries.length === 0 || countries.includes(hostedBy)) return [];
      const message = `hosted by ${hostedBy}, but held in ${[...new Set(countries)].join(", ")}: correct the host or the place`;
      return [{ record, path: ["hostedBy"], message }];
    });
  },
};
