import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nextAddress } from "../../../ingest/documents/address.ts";
import { fetchPage, type Fetched } from "../../../ingest/documents/fetch.ts";

/* Pages come from a server of the test, which stands on loopback: only hosts named as trusted may. */

let server: Server;
let port: number;
let asked: string[] = [];

const pages: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  "/page": (_request, response) => {
    response.setHeader("content-type", "text/html; charset=Windows-1252").end("<p>caf\xe9</p>", "latin1");
  },
  "/packed": (_request, response) => {
    response.setHeader("content-encoding", "gzip").end(gzipSync("the forum met"));
  },
  "/bomb": (_request, response) => {
    response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(60 * 1024 * 1024)));
  },
  "/endless": (_request, response) => {
    const part = Buffer.alloc(256 * 1024, "a");
    const more = () => {
      while (!response.destroyed && response.write(part));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  },
  "/slow": (_request, response) => {
    const timer = setInterval(() => response.write("a"), 50);
    response.on("close", () => {
      clearInterval(timer);
    });
  },
  "/silent": () => undefined,
  "/short": (_request, response) => {
    response.writeHead(200, { "content-length": "1000" }).write("half");
    setTimeout(() => response.destroy(), 20);
  },
  "/gone": (_request, response) => {
    response.writeHead(404).end("no such page");
  },
  "/busy": (_request, response) => {
    response.writeHead(429, { "retry-after": "7" }).end();
  },
  "/strange-packing": (_request, response) => {
    response.setHeader("content-encoding", "zstd").end("x");
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://test");
    asked.push(pathname);
    const target = searchParams.get("to");
    if (pathname === "/hop" && target !== null) {
      response.writeHead(Number(searchParams.get("as") ?? "302"), { location: target }).end();
    } else if (pathname === "/no-target") response.writeHead(301).end();
    else pages[pathname]?.(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  port = (server.address() as AddressInfo).port;
});

beforeEach(() => {
  asked = [];
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function fetched(address: string, changes: Partial<Parameters<typeof fetchPage>[1]> = {}): Promise<Fetched> {
  return fetchPage(address, {
    trusted: [`127.0.0.1:${port}`],
    timeout: 5_000,
    stop: new AbortController().signal,
    ...changes,
  });
}

const ours = (path: string) => `http://127.0.0.1:${port}${path}`;
const hop = (to: string, as = 302) => ours(`/hop?as=${as}&to=${encodeURIComponent(to)}`);

describe("fetching a page", () => {
  it("gives the bytes as they came and the encoding that the server names", async () => {
    expect(await fetched(ours("/page"))).toEqual({ bytes: Buffer.from("<p>caf\xe9</p>", "latin1"), charset: "windows-1252" });
  });

  it("unpacks", async () => {
    expect(await fetched(ours("/packed"))).toEqual({ bytes: Buffer.from("the forum met"), charset: null });
  });

  it.each([301, 302, 303, 307, 308])("follows a %i", async (status) => {
    expect(await fetched(hop("/packed", status))).toMatchObject({ bytes: Buffer.from("the forum met") });
  });

  it.each([
    ["/gone", "fetch-status", "the server answered 404"],
    ["/busy", "fetch-status", "the server answered 429"],
    ["/no-target", "fetch-status", "without saying where to"],
    ["/bomb", "too-large", "more than the 20971520 bytes"],
    ["/endless", "too-large", "more than the 20971520 bytes"],
    ["/short", "fetch-failed", "ECONNRESET"],
    ["/strange-packing", "fetch-failed", "zstd"],
  ])("says why there is no page: %s", async (path, rule, words) => {
    expect(await fetched(ours(path))).toMatchObject({ rule, message: expect.stringContaining(words) as string });
  });

  it.each(["/slow", "/silent"])("does not wait for ever: %s", async (path) => {
    expect(await fetched(ours(path), { timeout: 400 })).toMatchObject({ rule: "fetch-timeout" });
  });

  it("tells how long a busy server asks to wait", async () => {
    expect(await fetched(ours("/busy"))).toMatchObject({ retryAfter: 7 });
  });

  it("stops when it is told to", async () => {
    expect(await fetched(ours("/silent"), { stop: AbortSignal.timeout(100) })).toMatchObject({ rule: "fetch-stopped" });
  });

  it("gives up after five redirects", async () => {
    const twice = hop(hop(hop(hop(hop(hop("/page"))))));
    expect(await fetched(twice)).toMatchObject({ rule: "too-many-redirects" });
    expect(asked).toHaveLength(6);
  });
});

/** Every way to say "this machine" or "this network" that an attacker has, and every scheme that is no page. */
const blocked = [
  "http://127.0.0.1:PORT/page",
  "http://localhost:PORT/page",
  "http://[::1]:PORT/page",
  "http://0.0.0.0:PORT/page",
  "http://0x7f.1:PORT/page",
  "http://2130706433:PORT/page",
  "http://127.1:PORT/page",
  "http://0177.0.0.1:PORT/page",
  "http://[::ffff:127.0.0.1]:PORT/page",
  "http://[::ffff:7f00:1]:PORT/page",
  "http://[64:ff9b::7f00:1]:PORT/page",
  "http://[2002:7f00:1::]:PORT/page",
  "http://[::]:PORT/page",
  "http://169.254.169.254/latest/meta-data/",
  "http://100.100.100.200/",
  "http://192.0.0.192/",
  "http://[fd00::1]/",
  "http://[fe80::1]/",
  "http://10.0.0.1/",
  "http://172.16.0.1/",
  "http://192.168.0.1/",
  "http://224.0.0.1/",
  "http://255.255.255.255/",
  "http://user@example.org/",
  "http://user:word@example.org/",
  "file:///etc/hostname",
  "ftp://example.org/",
  "data://text/html,page",
  "gopher://example.org/",
  "https://",
];

describe("addresses that are not public", () => {
  it.each(blocked)("are not asked: %s", async (address) => {
    const result = await fetched(address.replace("PORT", String(port)), { trusted: [] });
    expect(result).toMatchObject({ rule: "address-blocked" });
    expect(asked).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])("are not reached by a %i from a page that is", async (status) => {
    const result = await fetched(hop(`http://localhost:${port}/page`, status));
    expect(result).toMatchObject({ rule: "address-blocked" });
    expect(asked).toEqual(["/hop"]);
  });

  it.each(["http://169.254.169.254/", "file:///etc/hostname", "http://user@127.0.0.1/", "//[::1]/page", "http://"])(
    "are not reached by a redirect to %s",
    async (target) => {
      expect(await fetched(hop(target))).toMatchObject({ rule: "address-blocked" });
    },
  );

  it("are not reached by a name that leads to them, among others or at a second asking", async () => {
    const mixed = await fetched(`http://pages.example:${port}/page`, {
      trusted: [],
      resolve: () => Promise.resolve(["203.0.114.1", "127.0.0.1"]),
    });
    expect(mixed).toMatchObject({ rule: "address-blocked", message: expect.stringContaining("127.0.0.1") as string });
    const answers = [["198.20.0.1"], ["127.0.0.1"]];
    const second = await fetched(`http://pages.example:${port}/page`, {
      trusted: [],
      timeout: 300,
      resolve: () => Promise.resolve(answers.shift() ?? []),
    });
    expect("bytes" in second).toBe(false);
    expect([answers, asked]).toEqual([[["127.0.0.1"]], []]);
  });

  it("are not reached by leaving https", () => {
    const from = new URL("https://asean.example/statement");
    expect(nextAddress(from, "/final#page", []).href).toBe("https://asean.example/final");
    expect(() => nextAddress(from, "http://asean.example/final", [])).toThrow("not protected");
  });

  it("may be asked where the user trusts the host by name", async () => {
    const result = await fetched(`http://pages.example:${port}/packed`, {
      trusted: ["pages.example"],
      resolve: () => Promise.resolve(["127.0.0.1"]),
    });
    expect(result).toMatchObject({ bytes: Buffer.from("the forum met") });
  });

  it("says that a name is not known", async () => {
    const result = await fetched("http://pages.invalid/", {
      resolve: () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" })),
    });
    expect(result).toMatchObject({ rule: "fetch-failed", message: expect.stringContaining("ENOTFOUND") as string });
  });
});
