import neo4j from "neo4j-driver";
import type { Driver } from "neo4j-driver";

/** What is loaded in the database. */
export interface Loaded {
  /** Id of the revision; null where nothing was loaded. */
  readonly id: string | null;
  /** Differs between any two loads, even where the second brings an earlier revision back: what answers are kept under. */
  readonly version: string;
}

/** The revision of the graph that answers come from. */
export interface Revision {
  /** What is loaded, read at most `maxAge` ago. Throws what the driver throws. */
  readonly current: () => Promise<Loaded>;
  /** The same without asking the database; null where what is known is too old. */
  readonly fresh: () => Loaded | null;
  /** The id that was read last, however old; null before the first. */
  readonly known: () => string | null;
  /** Reads ahead until the signal, so that `fresh` knows what is loaded as long as the database answers. */
  readonly follow: (stop: AbortSignal) => void;
}

/** A new revision is seen after this many milliseconds at the latest. */
const maxAge = 5_000;
/** Reading ahead so often leaves two tries before what is known is too old. */
const interval = 1_500;
/** A reading that has hung for so long is given up for a new one: the connection that it holds may be dead for good. */
const readingAge = 3_000;

/** Reads the revision now and then, and once for all that ask at the same time. */
export function watchRevision(driver: Driver, database: string): Revision {
  let known: { readonly loaded: Loaded; readonly at: number } | null = null;
  let reading: { readonly result: Promise<Loaded>; readonly begun: number } | null = null;

  async function read(at: number): Promise<Loaded> {
    const { records } = await driver.executeQuery(
      "MATCH (r:Revision) RETURN r.id AS id, r.createdAt AS createdAt LIMIT 1",
      undefined,
      { database, routing: neo4j.routing.READ },
    );
    const id = (records[0]?.get("id") as string | undefined) ?? null;
    const loaded = { id, version: `${id ?? ""} ${String(records[0]?.get("createdAt"))}` };
    // One that hung and was given up may come in after a later one.
    if (known === null || known.at < at) known = { loaded, at };
    return loaded;
  }

  function readOnce(): Promise<Loaded> {
    const begun = performance.now();
    if (reading !== null && begun - reading.begun < readingAge) return reading.result;
    const made = { result: read(begun), begun };
    reading = made;
    const done = (): void => {
      if (reading === made) reading = null;
    };
    made.result.then(done, done);
    return made.result;
  }

  function fresh(): Loaded | null {
    return known !== null && performance.now() - known.at < maxAge ? known.loaded : null;
  }

  return {
    current: () => {
      const loaded = fresh();
      return loaded === null ? readOnce() : Promise.resolve(loaded);
    },
    fresh,
    known: () => known?.loaded.id ?? null,
    follow: (stop) => {
      const timer = setInterval(() => {
        // Whoever asks in earnest is told; this only reads ahead.
        readOnce().catch(() => undefined);
      }, interval).unref();
      stop.addEventListener("abort", () => { clearInterval(timer); }); // prettier-ignore
    },
  };
}
