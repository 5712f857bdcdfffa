import { attacks } from "../test/neo4j/attack-queries.ts";
import { memoryOf } from "./memory.ts";

/** What the attack list did to one server. */
export interface Attacked {
  /** Of the queries of the list that are answered, in milliseconds. */
  readonly median: number;
  readonly slowest: number;
  /** Name of the slowest. */
  readonly worst: string;
  /** Resident memory before the list and at its highest, in MB. */
  readonly idle: number;
  readonly most: number;
}

/** Rounds in which the accepted queries are timed one by one, and in which the whole list comes at once. */
const rounds = 5;

/**
 * Sends a server the attacks of part A of docs/faults.md: the accepted ones one by one, timed, after one round that is not; then
 * the whole list at once. `idle` asks something ordinary. Throws where an answer has another status than it must, or the server is gone.
 */
export async function attacked(address: string, pid: number, idle: () => Promise<unknown>): Promise<Attacked> {
  for (let time = 0; time < 100; time += 1) await idle();
  const before = (await memoryOf(pid)).now;
  const accepted = attacks.filter(({ code }) => code === null);
  for (const attack of accepted) await sent(address, attack);
  const times: { readonly name: string; readonly milliseconds: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const attack of accepted) {
      times.push({ name: `${attack.id} ${attack.about}`, milliseconds: await sent(address, attack) });
    }
  }
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(attacks.map((attack) => sent(address, attack, true)));
  await idle();
  times.sort((a, b) => a.milliseconds - b.milliseconds);
  const slowest = times.at(-1);
  return {
    median: times[Math.floor(times.length / 2)]?.milliseconds ?? NaN,
    slowest: slowest?.milliseconds ?? NaN,
    worst: slowest?.name ?? "none",
    idle: before,
    most: (await memoryOf(pid)).most,
  };
}

/** Milliseconds until the answer is there. At once with others, a query may be sent away for later. */
async function sent(address: string, { id, query, variables, code }: (typeof attacks)[number], crowded = false) {
  const began = performance.now();
  const reply = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  await reply.arrayBuffer();
  const expected = code === null ? [200, ...(crowded ? [503, 504] : [])] : [400, 413, ...(crowded ? [503] : [])];
  if (!expected.includes(reply.status)) throw new Error(`attack ${id} got ${reply.status}`);
  return performance.now() - began;
}
