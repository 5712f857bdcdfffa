import type { EntityName, Registry } from "../registry/registry.ts";

/** Who issued a statement, as its name tells: texts that cite it often leave this out. */
const issuer =
  / (?:of|by) (?:the )?(?:ASEAN Defence Ministers(?:'? Meeting)?(?: Plus| \(ADMM-PLUS\))?|ADMM(?:-Plus)?(?: Defence Ministers)?)(?= )/;

/**
 * The names under which texts cite a registered statement: its name and aliases, and each without its issuer. A name that
 * only describes (in brackets) is looked for nowhere, and one that an instrument bears as well is left to the instrument.
 */
export function statementNames({ records, names }: Registry): EntityName[] {
  const taken = new Set(names.map(({ text }) => text));
  return records.statements.flatMap(({ id, name, aliases = [] }) =>
    [name, ...aliases]
      .filter((text) => !text.startsWith("["))
      .flatMap((text) => [text, text.replace(issuer, "")])
      .filter((text, index, all) => all.indexOf(text) === index && text.split(" ").length > 3 && !taken.has(text))
      .map((text) => ({ text, id })),
  );
}
