import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { initialPasswordLine, keptPassword } from "../../../src/neo4j/password.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "adg-password-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it("writes the line that neo4j-admin writes for the same password and salt", () => {
  const salt = Buffer.from("8f45e0c8499be7e3dc8bf716ea205b56358dbad2b8cc6f538559ea232ae9676d", "hex");
  expect(initialPasswordLine("secretpass1", salt)).toBe(
    "neo4j:SHA-256,f74954e3b2fb7132f04e32f7a47504db8dd9aaa59e5f1c6f71dafb8bbca33604," +
      "8f45e0c8499be7e3dc8bf716ea205b56358dbad2b8cc6f538559ea232ae9676d,1024:\n",
  );
});

it("makes a password once, in a file that only its owner can read", async () => {
  const path = join(folder, "password");
  const password = await keptPassword(path);
  expect(password).toMatch(/^[\w-]{32}$/);
  expect(await keptPassword(path)).toBe(password);
  expect(readFileSync(path, "utf8")).toBe(`${password}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("makes a new one where an empty file was left, and closes it to others", async () => {
  const path = join(folder, "password");
  writeFileSync(path, "");
  chmodSync(path, 0o644);
  expect(await keptPassword(path)).toMatch(/^[\w-]{32}$/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
