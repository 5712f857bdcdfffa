import { Neo4jError, type Driver, type Transaction } from "neo4j-driver";
import { IngestError } from "../ingest-error.ts";
import type { Rows } from "../rows/row.ts";
import { labelOf } from "../rows/row.ts";
import { ensureConstraints, lockLabel } from "./constraints.ts";
import { sizeOf, startComparison, type Difference } from "./difference.ts";
import { readStored } from "./stored-graph.ts";
import { writeDifference } from "./write.ts";

/** Where to load, and how much at most. */
export interface LoadOptions {
  readonly driver: Driver;
  readonly database: string;
  /** Largest difference, in rows, that one transaction may write. */
  readonly maxRows: number;
  /** True: tell the difference and write nothing. */
  readonly dryRun: boolean;
  readonly onProgress: OnProgress;
}

/** Hears what is being done, in a few words, and how far it is where that can be counted. */
export type OnProgress = (phase: string, rows?: { readonly done: number; readonly total: number }) => void;

/** What a load did, in rows. */
export interface LoadReport {
  readonly revision: string;
  readonly nodes: number;
  readonly edges: number;
  /** Rows written: nodes and edges created, updated and deleted; 0 where the graph was there already. */
  readonly written: number;
  readonly createdNodes: number;
  readonly updatedNodes: number;
  readonly deletedNodes: number;
  readonly createdEdges: number;
  readonly deletedEdges: number;
}

/** A loader waits this long for another one, then its own work ends with the transaction. */
const transactionTimeout = 15 * 60_000;

/**
 * Makes the stored graph equal to the rows, in one transaction: at any moment the database holds the old revision or the
 * new one. Loaders come one after the other by a lock that ends with the transaction, however it ends.
 *
 * Throws an IngestError where the difference is larger than `maxRows`, or where the database holds somebody else's graph.
 */
export async function loadRows(rows: Rows, revision: string, options: LoadOptions): Promise<LoadReport> {
  // Whoever reads by the same driver next sees what was written, on a cluster too.
  const bookmarkManager = options.driver.executeQueryBookmarkManager;
  const session = options.driver.session({ database: options.database, bookmarkManager });
  try {
    await ensureConstraints(session);
    const transaction = session.beginTransaction({ timeout: transactionTimeout });
    try {
      const { report, changed } = await loadWithin(transaction, rows, revision, options);
      await (changed ? transaction.commit() : transaction.rollback());
      return report;
    } finally {
      await transaction.close();
    }
  } catch (error) {
    throw explained(error);
  } finally {
    await session.close();
  }
}

async function loadWithin(
  transaction: Transaction,
  rows: Rows,
  revision: string,
  options: LoadOptions,
): Promise<{ report: LoadReport; changed: boolean }> {
  await takeLock(transaction, options.onProgress);
  const storedRevision = await readRevision(transaction);
  options.onProgress("comparing with the stored graph");
  const comparison = startComparison(rows);
  await readStored(transaction, comparison.seeNode, comparison.seeEdge);
  const difference = comparison.difference();
  const storedNodes = comparison.elements.size + difference.deletedNodes.length;
  if (storedNodes > 0 && storedRevision === null) throw foreignGraph(storedNodes);
  const report = reportOf(rows, revision, difference);
  if (report.written > options.maxRows) throw tooLarge(report.written, options.maxRows);
  if (options.dryRun || (report.written === 0 && storedRevision === revision)) {
    return { report, changed: false };
  }
  let written = 0;
  await writeDifference(transaction, difference, comparison.elements, (count) => {
    written += count;
    options.onProgress("writing rows", { done: written, total: report.written });
  });
  await writeRevision(transaction, rows, revision);
  await transaction.run(`MATCH (lock:${lockLabel}) DELETE lock`);
  return { report, changed: true };
}

/** The same node cannot be created twice: every other loader waits here until this transaction ends, however it ends. */
async function takeLock(transaction: Transaction, onProgress: OnProgress): Promise<void> {
  const waiting = setTimeout(() => {
    onProgress("waiting for another load to end");
  }, 5_000);
  try {
    await transaction.run(`MERGE (lock:${lockLabel} {id: 'load'}) SET lock.held = true`);
  } finally {
    clearTimeout(waiting);
  }
}

async function readRevision(transaction: Transaction): Promise<string | null> {
  const result = await transaction.run("MATCH (revision:Revision) RETURN revision.id AS id");
  return result.records.length === 0 ? null : String(result.records[0]?.get("id"));
}

async function writeRevision(transaction: Transaction, rows: Rows, revision: string): Promise<void> {
  const byLabel = Map.groupBy(rows.nodes, (node) => labelOf(node.id));
  const counts = [...byLabel].map(([label, nodes]) => `${label}=${nodes.length}`).sort();
  await transaction.run("MATCH (old:Revision) DELETE old");
  await transaction.run(
    `CREATE (:Revision {id: $id, createdAt: $createdAt, counts: $counts, nodes: toInteger($nodes), edges: toInteger($edges)})`,
    { id: revision, createdAt: new Date().toISOString(), counts, nodes: rows.nodes.length, edges: rows.edges.length },
  );
}

function reportOf(rows: Rows, revision: string, difference: Difference): LoadReport {
  return {
    revision,
    nodes: rows.nodes.length,
    edges: rows.edges.length,
    written: sizeOf(difference),
    createdNodes: difference.createdNodes.length,
    updatedNodes: difference.updatedNodes.length,
    deletedNodes: difference.deletedNodes.length,
    createdEdges: difference.createdEdges.length,
    deletedEdges: difference.deletedEdges.length,
  };
}

function tooLarge(rows: number, maxRows: number): IngestError {
  return new IngestError(
    "difference-too-large",
    `${rows} rows differ from the stored graph, and one transaction may write ${maxRows}; nothing was written`,
    "Load fewer documents at a time, or raise ADG_LOAD_ROWS on a database with more memory (docs/operations.md)",
  );
}

function foreignGraph(nodes: number): IngestError {
  return new IngestError(
    "foreign-graph",
    `the database holds ${nodes} nodes with labels of this graph that this program did not load; nothing was written`,
    "Name an empty database in NEO4J_DATABASE, or take those nodes away",
  );
}

/** Says in the words of a loader what the database refused; anything unexpected goes on as it is. */
function explained(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (error.code.includes("Memory")) {
    return new IngestError(
      "database-memory",
      "the database has not enough memory for this load in one transaction; nothing was written",
      "Load fewer documents at a time, or give the database more memory (docs/operations.md)",
      error,
    );
  }
  if (error.code === "ServiceUnavailable" || error.code === "SessionExpired") {
    return new IngestError(
      "database-gone",
      "the database went away during the load; the graph is the one before it, or the new one",
      "Start the database and load again",
      error,
    );
  }
  return error;
}
