import type { StatementRecord } from "../registry/records.ts";

const body = /\b(?:meetings?|retreat|summit|forum|dialogue|ADMM|ADSOM|ministers)\b/i;

/**
 * Whether a statement without a record speaks of all that its meeting dealt with, as far as its title tells: `general` where
 * the title names no subject beside the body or meeting in whose name it stands. A title with a subject can be a motto as well as the
 * subject of a thematic statement, so nothing is said of it: null, until somebody registers the statement.
 */
export function scopeOfTitle(title: string | null): NonNullable<StatementRecord["scope"]> | null {
  if (title === null || !body.test(title)) return null;
  const subjects = title.split(/\b(?:on|for|towards?|against|concerning|regarding|to)\b|[:–—]/i).slice(1);
  return subjects.every((subject) => body.test(subject)) ? "general" : null;
}
