import * as fc from "fast-check";

/**
 * Property tests draw the same inputs on every run, so that one tree has one verdict; `ADG_SEED=random`
 * (`npm run soak`) draws others, and prints the seed of what fails, which `ADG_SEED=<seed>` repeats.
 */
const seed = process.env.ADG_SEED ?? "20251101";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });

export * from "fast-check";
