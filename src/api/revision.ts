import neo4j from "neo4j-driver";
import type { Driver } from "neo4j-driver";

/** The revision of the graph that answers come from. */
export interface Revision {
  /** Its id, at most `maxAge` old; null where the graph has none, which is where nothing was loaded. Throws what the driver throws. */
  readonly current: () => Promise<string | null>;
  /** The id that was read last, however old; null before the first. */
  readonly known: () => string | null;
}

/** A new revision is seen after this many milliseconds at the latest. */
const maxAge = 5_000;

/** Reads the revision now and then, and once for all that ask at the same time. */
export function watchRevision(driver: Driver, database: string): Revision {
  let known: { readonly id: string | null; readonly at: number } | null = null;
  let reading: Promise<string | null> | null = null;

  async function read(): Promise<string | null> {
    const at = performance.now();
    const { records } = await driver.executeQuery("MATCH (r:Revision) RETURN r.id AS id LIMIT 1", undefined, {
      database,
      routing: neo4j.routing.READ,
    });
    const id = (records[0]?.get("id") as string | undefined) ?? null;
    known = { id, at };
    return id;
  }

  return {
    current: () => {
      if (known !== null && performance.now() - known.at < maxAge) return Promise.resolve(known.id);
      reading ??= read().finally(() => (reading = null));
      return reading;
    },
    known: () => known?.id ?? null,
  };
}
