import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { addToCorpus, readCorpus, removeFromCorpus } from "../../../ingest/documents/corpus.ts";

const root = await mkdtemp(join(tmpdir(), "adg-corpus-"));
const state = join(root, "state");
const documents = join(root, "documents");
const inbox = join(root, "inbox");

beforeEach(async () => {
  for (const folder of [state, documents, inbox]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
  }
  await writeFile(join(documents, "kept.txt"), "The forum met.");
  await writeFile(join(inbox, "news.txt"), "The ministry spoke.");
  await writeFile(join(inbox, "page.txt"), "The background of it.");
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

const names = async () => (await readCorpus(documents, state)).documents.map(({ file }) => file);

describe("the corpus", () => {
  it("is the folder and what was added, sorted by name", async () => {
    expect(await addToCorpus(state, join(inbox, "news.txt"))).toEqual({ added: ["news.txt"], problems: [] });
    expect(await names()).toEqual(["kept.txt", "news.txt"]);
  });

  it("keeps an added document when its file goes", async () => {
    await addToCorpus(state, join(inbox, "news.txt"));
    await rm(join(inbox, "news.txt"));
    expect(await names()).toEqual(["kept.txt", "news.txt"]);
  });

  it("takes every document of a folder", async () => {
    expect((await addToCorpus(state, inbox)).added).toEqual(["news.txt", "page.txt"]);
    expect(await names()).toEqual(["kept.txt", "news.txt", "page.txt"]);
  });

  it("replaces a document of the same name", async () => {
    await addToCorpus(state, join(inbox, "news.txt"));
    await writeFile(join(inbox, "news.txt"), "The ministry spoke again.");
    await addToCorpus(state, join(inbox, "news.txt"));
    const { documents: found } = await readCorpus(documents, state);
    expect(found.filter(({ file }) => file === "news.txt").map(({ raw }) => raw)).toEqual(["The ministry spoke again."]);
  });

  it("adds nothing of what cannot be read, and says why", async () => {
    const { added, problems } = await addToCorpus(state, join(inbox, "missing.txt"));
    expect(added).toEqual([]);
    expect(problems.map(({ file, severity }) => `${file} ${severity}`)).toEqual(["missing.txt error"]);
    expect(await names()).toEqual(["kept.txt"]);
  });

  it("does without a documents folder", async () => {
    await rm(documents, { recursive: true });
    await addToCorpus(state, join(inbox, "news.txt"));
    expect(await names()).toEqual(["news.txt"]);
  });

  it.each([
    ["its name", "news.txt"],
    ["the start of its hash", ""],
  ])("loses a document by %s, with its bytes", async (by, what) => {
    await addToCorpus(state, inbox);
    const hash = (await readCorpus(documents, state)).documents.find(({ file }) => file === "news.txt")?.sha256 ?? "";
    expect(await removeFromCorpus(state, by === "its name" ? what : hash.slice(0, 8))).toEqual(["news.txt"]);
    expect(await names()).toEqual(["kept.txt", "page.txt"]);
    expect(await readdir(join(state, "corpus"))).not.toContain(hash);
  });

  it.each([["nothing.txt"], ["kept.txt"], [""], ["2e6"]])("finds nothing to remove under '%s'", async (what) => {
    await addToCorpus(state, inbox);
    expect(await removeFromCorpus(state, what)).toEqual([]);
  });

  it("keeps the bytes that a second name still needs", async () => {
    await writeFile(join(inbox, "copy.txt"), "The ministry spoke.");
    await addToCorpus(state, inbox);
    await removeFromCorpus(state, "copy.txt");
    expect(await names()).toEqual(["kept.txt", "news.txt", "page.txt"]);
  });

  it("names the file where its index is broken", async () => {
    await mkdir(join(state, "corpus"));
    await writeFile(join(state, "corpus", "index.json"), "{");
    await expect(readCorpus(documents, state)).rejects.toMatchObject({ code: "corpus-index" });
  });
});
