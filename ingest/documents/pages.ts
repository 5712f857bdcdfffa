import type { Problem } from "../problem.ts";
import { keepDocument, keptAddresses, type Addition } from "./corpus.ts";
import { isAddress } from "./address.ts";
import type { Fetched, Page } from "./fetch.ts";
import { readBytes } from "./read.ts";

/** How pages come into the corpus. */
export interface PageOptions {
  readonly fetchOne: (address: string) => Promise<Fetched>;
  /** True: pages that are in the corpus already are fetched again. */
  readonly refresh: boolean;
  /** Hears each address before it is fetched; `done` counts those before it. */
  readonly onAddress: (address: string, done: number, total: number) => void;
  readonly stop: AbortSignal;
}

/** What became of pages that were to be added. */
export interface PageAddition extends Addition {
  /** Number of pages that were in the corpus already and were left alone. */
  readonly known: number;
}

/**
 * Fetches pages one after the other and keeps each at once, so that a run that is broken off goes on where it was; `stop` breaks it off. A page
 * that cannot be had is a problem, and what the corpus holds of it stays.
 */
export async function addPages(
  stateFolder: string,
  addresses: readonly string[],
  { fetchOne, refresh, onAddress, stop }: PageOptions,
): Promise<PageAddition> {
  const kept = await keptAddresses(stateFolder);
  const all = [...new Set(addresses.map(canonical))];
  const wanted = all.filter((address) => refresh || !kept.has(address));
  const added: string[] = [];
  const problems: Problem[] = [];
  for (const [done, address] of wanted.entries()) {
    onAddress(address, done, wanted.length);
    const fetched = await fetchOne(address);
    if (stop.aborted) break;
    const read = "bytes" in fetched ? await readPage(fetched, address) : { fit: null, problems: [problem(address, fetched)] };
    problems.push(...read.problems);
    if (read.fit) {
      await keepDocument(stateFolder, { name: address, address, charset: read.fit.charset }, read.fit.bytes);
      added.push(address);
    }
  }
  return { added, problems, known: all.length - wanted.length };
}

/** One name for one page; what is no address keeps its text, so that the fetcher can say so. */
function canonical(address: string): string {
  if (!isAddress(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

async function readPage(page: Page, address: string): Promise<{ fit: Page | null; problems: readonly Problem[] }> {
  const { document, problems } = await readBytes(page.bytes, address, { address, charset: page.charset });
  if (!document) return { fit: null, problems };
  if (document.format === "html" && errorTitle.test(document.raw.slice(0, 20_000))) {
    const message = "the server sent a page that says it could not give this one: open it in a browser";
    return { fit: null, problems: [{ rule: "error-page", severity: "error", message, file: address }] };
  }
  return { fit: page, problems };
}

/** Servers that answer 200 with a page of regret, or with a test of whether a person asks. */
const errorTitle =
  /<title[^>]*>[^<]*(?:\b40[34]\b|not found|access denied|forbidden|just a moment|attention required|are you a robot)/i;

function problem(file: string, { rule, message }: { readonly rule: string; readonly message: string }): Problem {
  return { rule, severity: "error", message, file };
}
