import { describe, expect, test } from "vitest";
import { clientOf, createAdmission } from "../../src/api/clients.ts";

function request(connected: string, forwarded?: string) {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return { headers, socket: { remoteAddress: connected } } as Parameters<typeof clientOf>[0];
}

describe("the address of a client", () => {
  test.each<[number, string | undefined, string]>([
    [0, undefined, "10.0.0.1"],
    [0, "1.1.1.1", "10.0.0.1"],
    [1, "1.1.1.1", "1.1.1.1"],
    [1, "9.9.9.9, 1.1.1.1", "1.1.1.1"],
    [2, "9.9.9.9, 1.1.1.1 ,10.0.0.2", "1.1.1.1"],
    [2, "1.1.1.1", "1.1.1.1"],
    [1, "", "10.0.0.1"],
    [1, undefined, "10.0.0.1"],
  ])("behind %i proxies that say %o", (proxies, forwarded, expected) => {
    expect(clientOf(request("10.0.0.1", forwarded), proxies)).toBe(expected);
  });
});

describe("who may ask", () => {
  /** Whether each of the clients may ask, one after the other, where two requests may be sent in a minute. */
  function admitted(clients: readonly string[], proxies = 1): readonly boolean[] {
    const admit = createAdmission(2, proxies);
    return clients.map((client) => admit(request(proxies === 0 ? client : "10.0.0.1", client)) === 0);
  }

  test.each<[string, readonly string[], readonly boolean[]]>([
    ["each client for itself", ["1.1.1.1", "1.1.1.1", "1.1.1.2", "1.1.1.1"], [true, true, true, false]],
    ["a network of IPv6 as one", ["2001:db8::1", "2001:db8::2", "2001:db8:0:0:ffff::3"], [true, true, false]],
    ["two networks of IPv6 as two", ["2001:db8::1", "2001:db8:0:1::1", "2001:db8::2"], [true, true, true]],
    ["one address in two forms as one", ["::ffff:1.1.1.1", "1.1.1.1", "::ffff:101:101"], [true, true, false]],
    ["words that are no address as they are", ["unknown", "unknown", "unknown", "_a"], [true, true, false, true]],
    ["this machine behind a proxy like any other", ["127.0.0.1", "127.0.0.1", "127.0.0.1"], [true, true, false]],
  ])("%s", (_, clients, expected) => {
    expect(admitted(clients)).toEqual(expected);
  });

  test("this machine itself as often as it likes", () => {
    expect(admitted(["127.0.0.1", "127.0.0.1", "127.0.0.1", "::1", "::1", "::1"], 0)).not.toContain(false);
  });

  test("the wait is told in seconds", () => {
    const admit = createAdmission(1, 1);
    admit(request("10.0.0.1", "1.1.1.1"));
    expect(admit(request("10.0.0.1", "1.1.1.1"))).toBe(60);
  });

  test("of more clients than are counted, the one that came first starts anew", () => {
    const admit = createAdmission(1, 1);
    for (let client = 0; client <= 10_000; client += 1) admit(request("10.0.0.1", `client-${client}`));
    expect(admit(request("10.0.0.1", "client-1"))).toBe(60);
    expect(admit(request("10.0.0.1", "client-0"))).toBe(0);
  });
});
