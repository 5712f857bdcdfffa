import type { Driver } from "neo4j-driver";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DatabaseTrouble, troubleOf, watchDatabase } from "../../src/api/watch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Mood = "answers" | "refuses" | "hangs";

/** A database that answers looks at it, refuses them or leaves them hanging, and counts them. */
function database(mood: Mood) {
  const state = { mood, looks: 0 };
  const verifyConnectivity = () => {
    state.looks += 1;
    if (state.mood === "answers") return Promise.resolve({});
    return state.mood === "refuses" ? Promise.reject(new Error("refused")) : new Promise(() => undefined);
  };
  return {
    state,
    watch: watchDatabase({ driver: { verifyConnectivity } as unknown as Driver, database: "neo4j", timeout: 4_000 }),
  };
}

/** How work ended, and after how many milliseconds; it must end within a minute. */
async function ending(work: Promise<unknown>): Promise<unknown> {
  const begun = Date.now();
  const ended = work.then(
    (value) => [value, Date.now() - begun],
    (error: unknown) => [error instanceof DatabaseTrouble ? error.code : error, Date.now() - begun],
  );
  await vi.advanceTimersByTimeAsync(60_000);
  return ended;
}

const never = () => new Promise<never>(() => undefined);
const after = (milliseconds: number) => () => new Promise((resolve) => setTimeout(resolve, milliseconds, "done"));

test("work that ends is left alone", async () => {
  const { state, watch } = database("answers");
  expect(await ending(watch(after(0)))).toEqual(["done", 0]);
  expect(await ending(watch(after(900)))).toEqual(["done", 900]);
  expect(state.looks).toBe(1);
});

test("slow work goes on as long as the database answers", async () => {
  const { watch } = database("answers");
  expect(await ending(watch(after(3_900)))).toEqual(["done", 3_900]);
});

test("work without an end is given up a second after its time, which is five times as long at first", async () => {
  const { state, watch } = database("answers");
  const times: number[] = [];
  const endless = (time: number) => {
    times.push(time);
    return never();
  };
  expect(await ending(watch(endless))).toEqual(["QUERY_TIMEOUT", 22_000]);
  expect(await ending(watch(endless))).toEqual(["QUERY_TIMEOUT", 6_000]);
  state.mood = "refuses";
  await ending(watch(never));
  state.mood = "answers";
  expect(await ending(watch(endless))).toEqual(["QUERY_TIMEOUT", 22_000]);
  expect(times).toEqual([20_000, 4_000, 20_000]);
});

test.each<[Mood, number]>([
  ["refuses", 1_000],
  ["hangs", 2_200],
])("a database that %s under work is gone after %i ms", async (mood, milliseconds) => {
  const { state, watch } = database("answers");
  await ending(watch(after(0)));
  state.mood = mood;
  expect(await ending(watch(never))).toEqual(["SERVICE_UNAVAILABLE", milliseconds]);
});

test.each<[Mood, number]>([
  ["refuses", 0],
  ["hangs", 1_200],
])("work does not begin on a database that %s from the start", async (mood, milliseconds) => {
  const { watch } = database(mood);
  let begun = false;
  const work = () => {
    begun = true;
    return never();
  };
  expect(await ending(watch(work))).toEqual(["SERVICE_UNAVAILABLE", milliseconds]);
  expect(begun).toBe(false);
});

test("a database that comes back is asked again, at once", async () => {
  const { state, watch } = database("refuses");
  await ending(watch(after(0)));
  state.mood = "answers";
  expect(await ending(watch(after(0)))).toEqual(["done", 0]);
});

test("a look that hangs is given up for another after three seconds, and shared until then", async () => {
  const { state, watch } = database("hangs");
  const refusals = [0, 0, 1_900].map(async (wait) => {
    await after(wait)();
    await watch(after(0));
  });
  const refused = Promise.allSettled(refusals);
  await vi.advanceTimersByTimeAsync(3_200);
  expect((await refused).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(state.looks).toBe(1);
  state.mood = "answers";
  expect(await ending(watch(after(0)))).toEqual(["done", 0]);
  expect(state.looks).toBe(2);
});

test("a bug in the work is not the database's", async () => {
  const { watch } = database("answers");
  const bug = new TypeError("a bug");
  expect(await ending(watch(() => Promise.reject(bug)))).toEqual([bug, 0]);
});

test.each([
  ["ServiceUnavailable", "SERVICE_UNAVAILABLE"],
  ["SessionExpired", "SERVICE_UNAVAILABLE"],
  ["Neo.ClientError.Security.Unauthorized", "SERVICE_UNAVAILABLE"],
  ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "SERVICE_UNAVAILABLE"],
  ["Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "QUERY_TIMEOUT"],
  ["Neo.ClientError.Statement.SyntaxError", null],
  ["Neo.ClientError.Statement.AccessMode", null],
])("%s means %s", (code, expected) => {
  expect(troubleOf(Object.assign(new Error("text"), { code }))?.code ?? null).toBe(expected);
});

test.each([[null], ["text"], [new Error("plain")], [{ code: "ServiceUnavailable" }]])(
  "%s is no trouble of the database",
  (error) => {
    expect(troubleOf(error)).toBeNull();
  },
);
