/** Kinds of things that have a page: the kind is both what stands before the colon of an id and the first part of the address. */
export const pageKinds = [
  "activity",
  "concept",
  "country",
  "group",
  "initiative",
  "instrument",
  "meeting",
  "organisation",
  "person",
  "place",
  "report",
  "series",
  "statement",
  "tenure",
  "term",
  "topic",
  "working-group",
] as const;

/** A kind of thing that has a page of its own. */
export type PageKind = (typeof pageKinds)[number];

/** Address of the page of an id, null where its kind has none; a clause is at its statement or report. */
export function addressOf(id: string): string | null {
  const [kind = "", key = ""] = split(id, ":");
  if (kind === "clause") {
    const [document = "", place = ""] = split(key, "/");
    return `/statement/${encodeURIComponent(document)}#${place}`;
  }
  return (pageKinds as readonly string[]).includes(kind) ? `/${kind}/${encodeURIComponent(key)}` : null;
}

/** Address of the neighbourhood graph around an id. */
export function graphAddress(id: string): string {
  return `/graph/${encodeURIComponent(id)}`;
}

/** The kind of an id: `instrument` of `instrument:tac`. */
export function kindOf(id: string): string {
  return split(id, ":")[0] ?? "";
}

/** The place of a clause in its document: `op-8` of `clause:admm-plus-12/op-8`. */
export function placeOf(clause: string): string {
  return split(clause, "/")[1] ?? clause;
}

/** Cuts at the first sign only. */
function split(text: string, sign: string): readonly string[] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
