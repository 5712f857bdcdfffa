import type { Session } from "neo4j-driver";
import { labelOfKind, type Label } from "../ids.ts";

/** Label of the one node that a loader creates and takes away within its transaction; no reader ever sees it. */
export const lockLabel = "LoadLock";

/** A full-text index: the labels and the properties that it holds the words of. */
export interface TextIndex {
  /** A new name where anything of the index changes, since an index that is there is not looked into. */
  readonly name: string;
  readonly labels: readonly Label[];
  readonly properties: readonly string[];
}

/** What the search of the API asks: names of all kinds, and the words of clauses. */
export const textIndexes: Readonly<Record<"names" | "clauses", TextIndex>> = {
  names: {
    name: "search_names",
    labels: [
      ...([
        "Country",
        "Organisation",
        "Group",
        "Topic",
        "Concept",
        "Place",
        "Person",
        "MeetingSeries",
        "Meeting",
      ] as const),
      ...(["Instrument", "WorkingGroup", "Activity", "Initiative", "Statement", "Report"] as const),
    ],
    properties: ["name", "abbreviation", "aliases", "title", "symbol", "officialName"],
  },
  clauses: { name: "search_clauses", labels: ["Clause"], properties: ["text", "summary"] },
};

/** Case and accents folded, punctuation left out. */
const analyzer = "standard-folding";

/**
 * Makes sure of the uniqueness of ids, which every load and the lock between loaders rely on, and of the full-text indexes.
 * Does nothing where they are there; else waits until they answer.
 */
export async function ensureConstraints(session: Session): Promise<void> {
  const names = await existing(session);
  const missing = [
    ...[...Object.values(labelOfKind), lockLabel].filter((label) => !names.has(nameOf(label))).map(constraint),
    ...Object.values(textIndexes)
      .filter(({ name }) => !names.has(name))
      .map(textIndex),
  ];
  if (missing.length === 0) return;
  for (const statement of missing) await session.run(statement);
  await session.run("CALL db.awaitIndexes(60)");
}

async function existing(session: Session): Promise<ReadonlySet<string>> {
  const { records } = await session.run("SHOW INDEXES YIELD name RETURN collect(name) AS names");
  return new Set(records[0]?.get("names") as string[]);
}

function constraint(label: string): string {
  return `CREATE CONSTRAINT ${nameOf(label)} IF NOT EXISTS FOR (node:${label}) REQUIRE node.id IS UNIQUE`;
}

function textIndex({ name, labels, properties }: TextIndex): string {
  const each = properties.map((property) => `node.${property}`).join(", ");
  return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (node:${labels.join("|")}) ON EACH [${each}]
    OPTIONS {indexConfig: {\`fulltext.analyzer\`: "${analyzer}"}}`;
}

function nameOf(label: string): string {
  return `${label}_id`;
}
