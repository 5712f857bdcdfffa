import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { extract, type Registry } from "../../ingest/index.ts";
import { statementOf } from "./material.ts";
import { costOf, costsOf, median, type Figure } from "./measure.ts";

/* Text to mentions as a whole: speed, growth with the size, and memory over many documents. */

const megabyte = 1_000_000;

/** Throughput on one document, and how its cost grows when it doubles, up to the largest that is read. */
export function measureSizes(registry: Registry, runs: number): Figure[] {
  const sizes = [2.5, 5, 10, 20];
  const texts = sizes.map((size) => statementOf(3, size * megabyte * 0.99, registry));
  const [middle = ""] = texts;
  const [cost = 1] = costsOf(runs, () => read(middle, registry));
  // The large ones once: they take long, and their garbage would weigh on each other.
  const costs = texts.map((text) => costOf(() => read(text, registry)));
  return [
    { name: "text to mentions", value: middle.length / 1000 / cost, unit: "MB/s", goal: { least: 2 } },
    ...sizes.slice(1).map((size, index): Figure => ({
      name: `${size} MB against ${sizes[index] ?? 0} MB`,
      value: (costs[index + 1] ?? 0) / (costs[index] ?? 1),
      unit: "x",
      goal: { most: 2.2 },
    })),
  ];
}

/** One short document again and again, once the code is warm. */
export function measureShort(registry: Registry): Figure {
  const text = statementOf(4, 6_000, registry);
  for (let round = 0; round < 200; round++) read(text, registry);
  const costs = Array.from({ length: 100 }, () => costOf(() => read(text, registry)));
  return { name: "a document of 6 kB, warm", value: median(costs), unit: "ms", goal: { most: 5 } };
}

/** A thousand documents, and what of them stays in memory. */
export function measureMany(registry: Registry): Figure[] {
  const count = 1000;
  const heapInUse = heapMeter();
  let early = 0;
  const cost = costOf(() => {
    for (let seed = 0; seed < count; seed++) {
      read(statementOf(seed, 20_000, registry), registry);
      if (seed === count / 10) early = heapInUse();
    }
  });
  const making = costOf(() => {
    for (let seed = 0; seed < count; seed++) statementOf(seed, 20_000, registry);
  });
  const seconds = (cost - making) / 1000;
  return [
    { name: "1,000 documents of 20 kB", value: seconds, unit: "s", goal: { most: 15 } },
    { name: "memory after 1,000 against 100", value: heapInUse() - early, unit: "MB", goal: { most: 10 } },
  ];
}

function read(raw: string, registry: Registry) {
  return extract({ file: "made-up.txt", format: "text", sha256: "0", raw, address: null }, registry);
}

/** A look at the megabytes in use once what can be let go is gone. */
function heapMeter(): () => number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  return () => {
    // Twice: what the first round lets go may hold on to more.
    collect();
    collect();
    return process.memoryUsage().heapUsed / megabyte;
  };
}
