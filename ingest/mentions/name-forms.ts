import { kindOf } from "../ids.ts";
import type { EntityName } from "../registry/registry.ts";
import { asShortForm } from "./acronym.ts";

/** Words that joined differ from the same in two: `Cyber-Security` is also looked for as `Cybersecurity`. */
const compound = /(\p{L}+)-(\p{Ll}\p{L}+)/gu;

/** Forms under which a name is looked for besides its own. Adding a variant is one entry here. */
const variants: readonly ((text: string, id: string) => string | null)[] = [
  (text) => text,
  (text) => (compound.test(text) ? text.replace(compound, "$1$2") : null),
  (text) => (text.startsWith("the ") ? text.slice(4) : null),
  (text) => (/ (?:Jr|Sr)\.?$/.test(text) ? text.replace(/ (?=[JS]r\.?$)/, ", ") : null),
  (text) => (text.includes("Southeast") ? text.replace("Southeast", "South East") : null),
  (text, id) => (kindOf(id) === "instrument" ? turned(text) : null),
  // Japanese names are printed in either order.
  (text, id) =>
    kindOf(id) === "person" ? (/^[^\s.]+ [^\s.]+$/.exec(text)?.[0].split(" ").reverse().join(" ") ?? null) : null,
  ...["on", "on the Establishment of", "on Establishing", "for the Establishment of"]
    .flatMap((words) => [words, `${words} the`])
    .map((words) => (text: string) => paperOn(text, words)),
  (text, id) =>
    kindOf(id) === "series" && text.startsWith("ASEAN ")
      ? text.replace("ASEAN", "Association of Southeast Asian Nations")
      : null,
];

/** `Concept Paper on Establishing the X` for `Concept Paper on the Establishment of X`; null for what is none. */
function paperOn(text: string, words: string): string | null {
  if (!text.startsWith("Concept Paper ")) return null;
  const subject =
    /^Concept Paper (?:on|for) (?:the Establishment of|Establishing) (?:the |an? )?(.+)$/.exec(text)?.[1] ?? null;
  return subject === null ? null : `Concept Paper ${words} ${subject}`;
}

/** `Three-Year Work Programme of the ADMM` for `ADMM Three-Year Work Programme`; null where it is not so made. */
function turned(text: string): string | null {
  const [, body, rest] = /^(ASEAN|ADMM-Plus|ADMM) (\p{Lu}\S* .+)$/u.exec(text) ?? [];
  return body === undefined || rest === undefined ? null : `${rest} of ${body === "ASEAN" ? body : `the ${body}`}`;
}

const years = /^\((?:19|20)\d{2}(?:[-–](?:19|20)\d{2})?\)$/;

/** A form without the acronym in its midst or at its end; null where it has a remark in parentheses. */
function withoutAcronym(text: string): string | null {
  const inside = /\(([^)]*)\)/.exec(text);
  if (!inside) return text;
  if (years.test(inside[0])) return text.replace(/[()]/g, "");
  return asShortForm(inside[1] ?? "") === null ? null : text.replace(/\s?\([^)]*\)/g, "");
}

/** Every form under which the named entities are looked for, with their ids. */
export function formsOf(names: readonly EntityName[]): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  for (const { text, id } of names) {
    const bare = withoutAcronym(text);
    if (bare === null) continue;
    for (const variant of variants) {
      const form = variant(bare, id);
      if (form === null) continue;
      const ids = forms.get(form);
      if (ids) ids.add(id);
      else forms.set(form, new Set([id]));
    }
  }
  return withoutPossessors(forms);
}

const possessor = /^\p{Lu}[\p{L}-]*['’]s (.+)$/u;

/** `Malaysia's Chairmanship 2025` is two names where the part behind the possessive names the same thing by itself. */
function withoutPossessors(forms: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...forms].filter(([text, ids]) => {
      const rest = forms.get(possessor.exec(text)?.[1] ?? "");
      return rest === undefined || ![...ids].every((id) => rest.has(id));
    }),
  );
}
