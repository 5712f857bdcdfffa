/** Kinds of things that have a page: the kind is both what stands before the colon of an id and the first part of the address. */
export const pageKinds = [
  "statement",
  "report",
  "instrument",
  "working-group",
  "meeting",
  "country",
  "person",
] as const;

/** A kind of thing that has a page of its own. */
export type PageKind = (typeof pageKinds)[number];

/**
 * Address of the page of an id, null where its kind has none: a clause is at its statement, a term or an activity at no page of its own
 * but in the neighbourhood graph.
 */
export function addressOf(id: string): string | null {
  const [kind = "", key = ""] = split(id, ":");
  if (kind === "clause") {
    const [statement = "", place = ""] = split(key, "/");
    return `/statement/${encodeURIComponent(statement)}#${place}`;
  }
  if (kind === "term") return `/working-group/${encodeURIComponent(key.replace(/-\d+$/, ""))}`;
  return (pageKinds as readonly string[]).includes(kind) ? `/${kind}/${encodeURIComponent(key)}` : null;
}

/** Address of the neighbourhood graph around an id. */
export function graphAddress(id: string): string {
  return `/graph/${encodeURIComponent(id)}`;
}

/** The key of an id: `tac` of `instrument:tac`. */
export function keyOf(id: string): string {
  return split(id, ":")[1] ?? id;
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
