import type { Records } from "../../../ingest/registry/records.ts";
import type { Registry } from "../../../ingest/registry/registry.ts";

const none: Records = {
  sources: [],
  countries: [],
  organisations: [],
  groups: [],
  topics: [],
  concepts: [],
  places: [],
  series: [],
  meetings: [],
  people: [],
  instruments: [],
  workingGroups: [],
  activities: [],
  initiatives: [],
  statements: [],
  reports: [],
};

/** A registry with nothing but names, as `id|form|form`. */
export function registryOfNames(...lines: string[]): Registry {
  const names = lines.flatMap((line) => {
    const [id = "", ...forms] = line.split("|");
    return forms.map((text) => ({ text, id }));
  });
  return { records: none, nameOf: new Map(names.map(({ id, text }) => [id, text])), names };
}
