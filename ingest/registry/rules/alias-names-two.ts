import type { Located, Path } from "../located.ts";
import { writtenForms } from "../names.ts";
import type { Finding, Rule } from "./rule.ts";

/**
 * One surface form stands for two things, upper and lower case taken as one. A form that several entities really bear is
 * declared by each of them in `sharedAliases`.
 */
export const aliasNamesTwoRule: Rule = {
  id: "alias-names-two",
  severity: "error",
  leavesOut: false,
  find: ({ records }) => {
    const bearers = new Map<string, Bearer>();
    return records.flatMap((record) => bearersIn(record).flatMap((bearer) => collision(bearer, bearers)));
  },
};

interface Bearer {
  readonly record: Located;
  readonly path: Path;
  readonly text: string;
}

function bearersIn(record: Located): Bearer[] {
  return writtenForms(record.kind, record.value).map(({ text, path }) => ({ record, path, text }));
}

function collision(bearer: Bearer, bearers: Map<string, Bearer>): Finding[] {
  const key = bearer.text.toLowerCase();
  const first = bearers.get(key);
  if (first === undefined) bearers.set(key, bearer);
  if (first === undefined || first.record.value.id === bearer.record.value.id) return [];
  if (isShared(first) && isShared(bearer)) return [];
  const place = `${first.record.file}:${first.record.line(first.path)}`;
  const message =
    `'${bearer.text}' already names ${first.record.value.id} (${place}): take it out of one of the two, ` +
    "or write it under sharedAliases of both";
  return [{ record: bearer.record, path: bearer.path, message }];
}

function isShared(bearer: Bearer): boolean {
  return bearer.path[0] === "sharedAliases";
}
