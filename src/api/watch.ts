import type { Driver } from "neo4j-driver";

/** The database did not do its part: it cannot be reached, or it took too long over one query. */
export class DatabaseTrouble extends Error {
  readonly code: "SERVICE_UNAVAILABLE" | "QUERY_TIMEOUT";

  constructor(code: DatabaseTrouble["code"], cause?: unknown) {
    super(code, { cause });
    this.name = "DatabaseTrouble";
    this.code = code;
  }
}

/** Which database is asked, and for how long. */
export interface WatchedDatabase {
  readonly driver: Driver;
  readonly database: string;
  /** Longest time of one transaction, in milliseconds; the database itself ends it then. */
  readonly timeout: number;
}

/**
 * Runs work that asks the database, telling it how long a transaction may take, in milliseconds. Throws DatabaseTrouble
 * instead of waiting for a database that is gone.
 */
export type Watch = <Result>(work: (timeout: number) => Promise<Result>) => Promise<Result>;

/** How long work runs undisturbed before the first look at whether the database still answers, and between looks. */
const patience = 1_000;
/** How long the database has to answer such a look. */
const probeDeadline = 1_200;
/** A look that has hung for so long is given up for a new one: the connection that it holds may be dead for good. */
const probeAge = 3_000;
/**
 * A database that has just come gets more time: its first plans take it seconds, and queries that are ended meanwhile and asked
 * again keep it from ever finishing one.
 */
const cold = { lasts: 30_000, times: 5 };
/** How much longer than the database we wait for the end of a transaction that took too long. */
const grace = 1_000;

/**
 * Watches one database. The driver retries for seconds and waits for answers for ever, so that work is not cut short by a
 * clock alone: where it lasts, a look on another connection tells a slow query from a database that has gone. After a
 * failure, and at the start, the look comes first, and work is tried again as soon as one succeeds.
 */
export function watchDatabase({ driver, database, timeout }: WatchedDatabase): Watch {
  let answering = false;
  let cameAt = 0;
  let probe: { readonly begun: number; readonly answered: Promise<boolean> } | null = null;

  async function answers(): Promise<boolean> {
    if (probe === null || performance.now() - probe.begun > probeAge) probe = newProbe();
    const answered = await Promise.race([probe.answered, later(probeDeadline, false)]);
    if (answered && !answering) cameAt = performance.now();
    answering = answered;
    return answered;
  }

  function newProbe() {
    const answered = driver.verifyConnectivity({ database }).then(
      () => true,
      () => false,
    );
    const made = { begun: performance.now(), answered };
    void answered.then(() => {
      if (probe === made) probe = null;
    });
    return made;
  }

  function untilDone<Result>(running: Promise<Result>, time: number): Promise<Result> {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      let timer = setTimeout(look, patience);
      running.then(resolve, reject).finally(() => {
        clearTimeout(timer);
      });
      function look() {
        void answers().then((answered) => {
          if (!answered) reject(new DatabaseTrouble("SERVICE_UNAVAILABLE"));
          else if (performance.now() - begun > time + grace) reject(new DatabaseTrouble("QUERY_TIMEOUT"));
          else timer = setTimeout(look, patience);
        });
      }
    });
  }

  return async (work) => {
    if (!answering && !(await answers())) throw new DatabaseTrouble("SERVICE_UNAVAILABLE");
    const time = performance.now() - cameAt < cold.lasts ? cold.times * timeout : timeout;
    try {
      return await untilDone(work(time), time);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble?.code === "SERVICE_UNAVAILABLE") answering = false;
      throw trouble ?? error;
    }
  };
}

/** What an error of the driver means for the reader, or null where it is a bug of ours. */
export function troubleOf(error: unknown): DatabaseTrouble | null {
  if (error instanceof DatabaseTrouble) return error;
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  if (error.code.includes("TransactionTimedOut")) return new DatabaseTrouble("QUERY_TIMEOUT", error);
  return unavailable.test(error.code) ? new DatabaseTrouble("SERVICE_UNAVAILABLE", error) : null;
}

/** Codes of the driver and the server for a server that is away, busy, out of memory, or that does not let us in. */
const unavailable =
  /^(?:ServiceUnavailable|SessionExpired|ProtocolError|N\/A|Neo\.TransientError\..*|Neo\.ClientError\.Security\..*|Neo\.ClientError\.Database\.DatabaseNotFound|Neo\.DatabaseError\.Database\..*)$/;

function later<Value>(milliseconds: number, value: Value): Promise<Value> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, value).unref();
  });
}
