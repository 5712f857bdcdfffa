import { createHash, randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";

/** Rounds that Neo4j itself uses for an initial password. */
const rounds = 1024;

/**
 * The password in a file that only its owner can read, made on first use: 192 random bits, safe in addresses and shells.
 * It never stands on a command line, where every user of the machine could read it.
 */
export async function keptPassword(path: string): Promise<string> {
  const kept = await readFile(path, "utf8").catch(() => "");
  if (kept.trim() !== "") return kept.trim();
  const fresh = randomBytes(24).toString("base64url");
  // The mode counts only for a file that is made here, and one may have been left empty by a start that was killed.
  await rm(path, { force: true });
  await writeFile(path, `${fresh}\n`, { mode: 0o600 });
  return fresh;
}

/**
 * The line of Neo4j's `data/dbms/auth.ini`, read once when its system database is first made: user, algorithm, digest, salt,
 * rounds. It is what `neo4j-admin dbms set-initial-password` writes (5.26), without the password on a command line.
 */
export function initialPasswordLine(password: string, salt: Buffer = randomBytes(32)): string {
  let digest = sha256(Buffer.concat([salt, Buffer.from(password)]));
  for (let round = 1; round < rounds; round += 1) digest = sha256(digest);
  return `neo4j:SHA-256,${digest.toString("hex")},${salt.toString("hex")},${rounds}:\n`;
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
