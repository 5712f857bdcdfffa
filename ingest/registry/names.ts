import { byCodeUnit } from "../order.ts";
import type { Path } from "./located.ts";
import type { RecordKind, Records, WorkingGroupRecord } from "./records.ts";
import type { EntityName } from "./registry.ts";

const named = ["name", "abbreviation", "aliases", "sharedAliases"] as const;

/**
 * The fields of each kind that hold surface forms. Meetings are named by their aliases only: whoever finds "12th
 * ADMM-Plus" counts from the series. Sources, statements and reports are not looked for by name.
 */
const formFields: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  countries: ["name", "officialName", "aliases", "sharedAliases"],
  organisations: named,
  groups: named,
  topics: named,
  concepts: named,
  places: named,
  series: named,
  meetings: ["aliases", "sharedAliases"],
  people: named,
  instruments: [...named, "symbol"],
  workingGroups: ["name", "aliases", "sharedAliases"],
  activities: named,
  initiatives: named,
};

/**
 * Every surface form under which something can be found in a text, without doubles, sorted by text and id. Apostrophes
 * are straight, as in the data. Topics are among them, since short forms are defined for them; texts that name a topic
 * do not thereby name its working group.
 */
export function surfaceForms(records: Records): EntityName[] {
  const kinds = Object.keys(records) as RecordKind[];
  const forms = [
    ...kinds.flatMap((kind) =>
      records[kind].flatMap((record) => writtenForms(kind, record).map(({ text }) => ({ text, id: record.id }))),
    ),
    ...records.workingGroups.flatMap(groupForms),
  ];
  const unique = new Map(forms.map((form) => [`${form.text}\n${form.id}`, form]));
  return [...unique.values()].sort((a, b) => byCodeUnit(a.text, b.text) || byCodeUnit(a.id, b.id));
}

/** A form that a record writes itself, and the field where it stands. */
export interface WrittenForm {
  readonly text: string;
  readonly path: Path;
}

/** The matchable forms that a record writes itself; none for a kind that texts do not name. */
export function writtenForms(kind: RecordKind, record: object): WrittenForm[] {
  const fields = record as Partial<Record<string, string | readonly string[]>>;
  return (formFields[kind] ?? []).flatMap((field) => {
    const value = fields[field];
    if (value === undefined) return [];
    if (typeof value === "string") return [{ text: value, path: [field] }];
    return value.map((text, index) => ({ text, path: [field, index] }));
  });
}

const groupHeads = [
  "EWG on",
  "EWG for",
  "ADMM-Plus EWG on",
  "Experts' Working Group on",
  "Experts Working Group on",
  "Expert Working Group on",
  "ADMM-Plus Experts' Working Group on",
  "ASEAN Defence Ministers' Meeting-Plus Experts' Working Group on",
];

function groupForms(group: WorkingGroupRecord): EntityName[] {
  const fields = [group.field, ...(group.fieldAliases ?? []), ...(group.abbreviation ? [group.abbreviation] : [])];
  return groupHeads.flatMap((head) => fields.map((field) => ({ text: `${head} ${field}`, id: group.id })));
}
