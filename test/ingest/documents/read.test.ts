import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeFailure, listDocuments, maxBytes, readDocument } from "../../../ingest/documents/read.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "adg-documents-"));
  const corpus = join(folder, "corpus");
  mkdirSync(join(corpus, "b"), { recursive: true });
  mkdirSync(join(corpus, ".hidden"));
  writeFileSync(join(corpus, "b", "two.md"), "# Two\n");
  writeFileSync(join(corpus, "a.txt"), "One");
  writeFileSync(join(corpus, ".dot"), "x");
  writeFileSync(join(corpus, ".hidden", "x.txt"), "x");
  writeFileSync(join(folder, "outside.txt"), "Outside");
  writeFileSync(join(folder, "large.txt"), "x");
  truncateSync(join(folder, "large.txt"), maxBytes + 1);
  symlinkSync("a.txt", join(corpus, "c.txt"));
  symlinkSync("../outside.txt", join(corpus, "d.txt"));
  symlinkSync("nowhere.txt", join(corpus, "e.txt"));
  symlinkSync("b", join(corpus, "f"));
  symlinkSync("g.txt", join(corpus, "g.txt"));
  execFileSync("mkfifo", [join(corpus, "pipe")]);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("readDocument", () => {
  it("gives name, format, hash and characters", async () => {
    expect(await readDocument(join(folder, "corpus", "a.txt"), "a.txt")).toEqual({
      document: {
        file: "a.txt",
        format: "text",
        sha256: "8b12507783d5becacbf2ebe5b01a60024d8728a8f86dcc818bce699e8b3320bc",
        raw: "One",
        address: null,
      },
      problems: [],
    });
  });

  const wrong: [path: string, rule: string][] = [
    ["corpus/none.txt", "missing-file"],
    ["corpus/a.txt/none.txt", "missing-file"],
    ["corpus/e.txt", "missing-file"],
    ["corpus/g.txt", "broken-link"],
    ["corpus/b", "is-a-folder"],
    ["corpus/pipe", "not-a-file"],
    ["../dev/null", "not-a-file"],
    ["large.txt", "too-large"],
  ];
  it.each(wrong)("%s is a problem: %s", async (path, rule) => {
    const place = path === "../dev/null" ? "/dev/null" : join(folder, path);
    const { document, problems } = await readDocument(place, path);
    expect(document).toBeNull();
    expect(problems).toMatchObject([{ rule, severity: "error", file: path }]);
  });

  it.each([
    ["EACCES", "unreadable-file"],
    ["EIO", "unreadable-file"],
    ["ENOENT", "missing-file"],
  ])("names %s as %s", (code, rule) => {
    expect(describeFailure(code)[0]).toBe(rule);
  });
});

describe("listDocuments", () => {
  it("lists files by name and reports what it does not follow", async () => {
    const { files, problems } = await listDocuments(join(folder, "corpus"));
    expect(files.map(({ name }) => name)).toEqual(["a.txt", "b/two.md", "c.txt"]);
    expect(new Map(problems.map(({ file, rule }) => [file, rule]))).toEqual(
      new Map([
        ["d.txt", "link-outside"],
        ["e.txt", "missing-file"],
        ["f", "link-to-folder"],
        ["g.txt", "broken-link"],
        ["pipe", "not-a-file"],
      ]),
    );
  });

  it("reports a folder that is not there", async () => {
    const { files, problems } = await listDocuments(join(folder, "none"));
    expect(files).toEqual([]);
    expect(problems).toMatchObject([{ rule: "missing-file" }]);
  });
});
