import { keyOf, termId } from "../ids.ts";
import type { Records, SourceRecord } from "../registry/records.ts";
import type { Settlement, Witnesses } from "./settle.ts";
import { relationLists } from "./items.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a record says of a contest itself: the plain value of the field, of the relation's attribute, or of the item. */
export function curatedValues(records: Records): (contest: string) => string | undefined {
  const subjects = new Map(subjectsOf(records).map(({ id, fields }) => [id, fields]));
  return (contest) => {
    const change = partsOf(contest);
    const { property, other } = change;
    const fields = subjects.get(change.subject);
    if (isMatter(property)) return firstOfMatter(other === "" ? fields : itemOf(fields, change), property);
    const value = other === "" ? fields?.[property] : itemOf(fields, change)?.[attributeOf(property)];
    const plain = Array.isArray(value) ? (value as unknown[])[0] : value;
    return typeof plain === "string" || typeof plain === "number" ? String(plain) : undefined;
  };
}

/**
 * The records with the values that the claims come to, where a record itself has another, a less precise one or none; a field
 * in dispute names the sources of the value that is shown, and no others.
 */
export function settledRecords(records: Records, { shown, disputes }: Settlement): Records {
  const proofs = new Map(disputes.map(({ contest, sources }) => [contest, sources]));
  const changes = Map.groupBy(
    [...shown]
      .map(([contest, value]) => ({ ...partsOf(contest), value, proof: proofs.get(contest) ?? [] }))
      .filter(({ property }) => !isMatter(property)),
    ({ subject }) => subject,
  );
  const settled = <T extends Fields>(item: T, id: string): T =>
    (changes.get(id) ?? []).reduce<T>((fields, change) => withChange(fields, change), item);
  const entries = Object.entries(records).map(([kind, list]) => [
    kind,
    (list as readonly (Fields & { id: string })[]).map((record) => settled(record, record.id)),
  ]);
  const whole = Object.fromEntries(entries) as Records;
  return {
    ...whole,
    people: whole.people.map((person) => ({
      ...person,
      ...(person.tenures ? { tenures: person.tenures.map((tenure) => settled(tenure, tenure.id)) } : {}),
    })),
    workingGroups: whole.workingGroups.map((group) => ({
      ...group,
      ...(group.terms ? { terms: group.terms.map((term) => settled(term, termId(group.id, term.cycle))) } : {}),
    })),
  };
}

/** How the sources of the registry stand to each other; two copies of one text are one witness. */
export function witnessesOf(sources: readonly SourceRecord[]): Witnesses {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    kindOf: (id) => byId.get(id)?.kind ?? "reference",
    originOf: (id) => {
      const source = byId.get(id);
      if (source?.copyOf) return `clause:${keyOf(source.copyOf)}`;
      return source?.origin ?? id;
    },
  };
}

/** True for what a record has no field for: matters are written in several words, names of fields never are. */
function isMatter(property: string): boolean {
  return property.includes(" ");
}

/** Of a matter the curator writes the value that he holds to be right first. */
function firstOfMatter(fields: Fields | undefined, property: string): string | undefined {
  const disputes = (fields?.disputed ?? []) as readonly { matter?: string; values: readonly { value: unknown }[] }[];
  const found = disputes.find(({ matter }) => matter !== undefined && property.endsWith(matter));
  return found === undefined ? undefined : String(found.values[0]?.value);
}

/** What a contest is about, taken apart; empty where a part is not needed. */
interface Contested {
  readonly subject: string;
  readonly property: string;
  readonly other: string;
  readonly occurrence: string;
}

function partsOf(contest: string): Contested {
  const [subject = "", property = "", other = "", , occurrence = ""] = contest.split("|");
  return { subject, property, other, occurrence };
}

function isAbout({ other, occurrence }: Contested, item: Fields, key: string): boolean {
  return item[key] === other && (occurrence === "" || item.from === occurrence);
}

interface Change extends Contested {
  readonly value: string;
  /** Sources of the value, where it is disputed and has any. */
  readonly proof: readonly string[];
}

/** The fields with one value changed; a field that holds a number or a list keeps its form. */
function withChange<T extends Fields>(fields: T, change: Change): T {
  const { property, other, value, proof } = change;
  if (other === "") {
    const changed = { ...fields, [property]: inFormOf(fields[property], value) };
    return proof.length > 0 ? { ...changed, ...provedBy(fields, property, proof) } : changed;
  }
  const relation = relationLists.find((list) => list.relation === relationOf(property) && list.list in fields);
  if (!relation) return fields;
  const items = fields[relation.list] as readonly Fields[];
  const attribute = attributeOf(property);
  return {
    ...fields,
    [relation.list]: items.map((item) =>
      isAbout(change, item, relation.key) ? { ...item, [attribute]: inFormOf(item[attribute], value) } : item,
    ),
  };
}

/** Where the record's fields come from once one of them is proved by these sources. */
function provedBy(fields: Fields, property: string, proof: readonly string[]): Fields {
  const recalled = fields.unsourced as readonly string[] | undefined;
  return {
    fieldSources: { ...(fields.fieldSources as Fields | undefined), [property]: proof },
    ...(recalled ? { unsourced: recalled.filter((field) => field !== property) } : {}),
  };
}

function inFormOf(before: unknown, value: string): unknown {
  if (typeof before === "number") return Number(value);
  return Array.isArray(before) ? [value] : value;
}

function itemOf(fields: Fields | undefined, contested: Contested): Fields | undefined {
  const relation = relationLists.find(
    ({ relation, list }) => relation === relationOf(contested.property) && fields && list in fields,
  );
  const items = relation ? (fields?.[relation.list] as readonly Fields[]) : [];
  return items.find((item) => relation && isAbout(contested, item, relation.key));
}

function relationOf(property: string): string {
  return property.slice(0, property.indexOf("."));
}

function attributeOf(property: string): string {
  return property.slice(property.indexOf(".") + 1);
}

/** Every record, tenure and term under its id. */
function subjectsOf(records: Records): { readonly id: string; readonly fields: Fields }[] {
  return [
    ...Object.values(records).flatMap((list: readonly { id: string }[]) =>
      list.map((record) => ({ id: record.id, fields: record })),
    ),
    ...records.people.flatMap(({ tenures = [] }) => tenures.map((tenure) => ({ id: tenure.id, fields: tenure }))),
    ...records.workingGroups.flatMap((group) =>
      (group.terms ?? []).map((term) => ({ id: termId(group.id, term.cycle), fields: term })),
    ),
  ];
}
