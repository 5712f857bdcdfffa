import { createServer, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { bootReason, freePort } from "../../../src/neo4j/launch.ts";

describe("bootReason", () => {
  it.each([
    {
      log: "INFO  Starting...\nERROR Failed to start Neo4j\nCaused by: java.lang.RuntimeException: outer\nCaused by: java.net.BindException: Address already in use\n\tat x",
      reason: "Address already in use",
    },
    {
      log: "Error occurred during initialization of VM\nToo small maximum heap\n",
      reason: null,
    },
    { log: "Error: Could not find or load main class X", reason: "Could not find or load main class X" },
    {
      log: "2026-11-22 07:39:47.466+0000 ERROR Unrecognized setting. No declared setting with name: x.\n2026-11-22 07:39:47.470+0000 INFO  Stopped.",
      reason: "Unrecognized setting. No declared setting with name: x.",
    },
    { log: "INFO  Starting...", reason: null },
  ])("of a log is $reason", ({ log, reason }) => {
    expect(bootReason(log)).toBe(reason);
  });
});

describe("freePort", () => {
  it("keeps the preferred port while nothing listens on it, and takes another one else", async () => {
    const port = await freePort(null);
    expect(port).toBeGreaterThan(0);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const taken = (other.address() as AddressInfo).port;
    expect(await freePort(taken)).not.toBe(taken);
    await new Promise((resolve) => other.close(resolve));
    expect(await freePort(taken)).toBe(taken);
  });
});
