import { describeProblem, type Problem } from "../../ingest/index.ts";
import type { Config } from "../config.ts";
import { Failure } from "../failure.ts";
import type { Cli } from "./command.ts";
import { progressOf } from "./progress.ts";

/** What is to be added to the corpus, or fetched again. */
export interface Wanted {
  /** Files, folders and addresses. */
  readonly places: readonly string[];
  /** Also the official pages that the sources of the data name. */
  readonly registered: boolean;
  /** Fetch what was fetched before again: the addresses given, else all of the corpus. */
  readonly refresh: boolean;
}

/** Adds to the corpus and says what became of each; what could not be had marks the run. */
export async function addDocuments(cli: Cli, config: Config, wanted: Wanted): Promise<void> {
  const { addToCorpus, isAddress } = await import("../../ingest/index.ts");
  for (const path of wanted.places.filter((place) => !isAddress(place))) {
    tell(cli, await addToCorpus(config.ADG_STATE, path));
  }
  const addresses = await addressesOf(config, wanted);
  if (addresses.length > 0) await fetchAll(cli, config, addresses, wanted.refresh);
}

/** The addresses that `wanted` comes to, in the order in which they are fetched. */
export async function addressesOf(config: Config, { places, registered, refresh }: Wanted): Promise<string[]> {
  const { isAddress, keptAddresses, officialAddresses, readRegistry } = await import("../../ingest/index.ts");
  const given = places.filter(isAddress);
  const official = registered ? officialAddresses(readRegistry(config.ADG_DATA).registry) : [];
  const all = refresh && places.length === 0 && !registered ? await keptAddresses(config.ADG_STATE) : [];
  return [...given, ...official, ...all];
}

async function fetchAll(cli: Cli, config: Config, addresses: readonly string[], refresh: boolean): Promise<void> {
  const { addPages, courteousFetch } = await import("../../ingest/index.ts");
  const progress = progressOf(cli);
  const fetchOne = courteousFetch(
    { trusted: config.ADG_FETCH_TRUSTED, timeout: config.ADG_FETCH_TIMEOUT_MS, stop: cli.stop },
    { pause: config.ADG_FETCH_PAUSE_MS, patience: config.ADG_FETCH_TIMEOUT_MS },
  );
  const addition = await addPages(config.ADG_STATE, addresses, {
    fetchOne,
    refresh,
    onAddress: (address, done, total) => {
      progress(`fetching ${address}`, { done, total });
    },
    stop: cli.stop,
  });
  tell(cli, addition);
  const { known } = addition;
  if (known > 0) cli.say(`${known} pages were in the corpus already; --refresh fetches them again`);
  if (cli.stop.aborted)
    throw new Failure("stopped", "the fetching was stopped", "The same command goes on from there.");
}

function tell(
  cli: Cli,
  { added, problems }: { readonly added: readonly string[]; readonly problems: readonly Problem[] },
): void {
  for (const name of added) cli.say(`added ${name}`);
  for (const problem of problems) cli.say(describeProblem(problem));
  if (problems.some(isError)) cli.foundSomething();
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}
