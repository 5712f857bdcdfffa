import { hash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { projectPath } from "../config.ts";
import { sendError } from "./http.ts";

/** Addresses of the explorer's views, as the router of the explorer has them in web/views/; a test compares the two. */
export const viewAddresses = [
  "/",
  "/activity/:key",
  "/browse/:kind",
  "/concept/:key",
  "/country/:key",
  "/disputes",
  "/graph/:id",
  "/group/:key",
  "/initiative/:key",
  "/instrument/:key",
  "/matrix",
  "/meeting/:key",
  "/organisation/:key",
  "/person/:key",
  "/place/:key",
  "/report/:key",
  "/search",
  "/series/:key",
  "/statement/:key",
  "/tenure/:key",
  "/term/:key",
  "/topic/:key",
  "/working-group/:key",
];

/** One file of the built explorer, with the compressed forms that stand beside it. */
interface BuiltFile {
  readonly path: string;
  readonly type: string;
  readonly encodings: readonly string[];
}

const typeOf: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
};

/** What browsers accept, the smallest first, and how the compressed file ends. */
const endings = new Map([
  ["br", ".br"],
  ["gzip", ".gz"],
]);

const common = "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** What a page may do: nothing but its own files, and pictures that it makes itself. */
const explorerPolicy = `${common}; script-src 'self'; style-src 'self'; img-src 'self' data: blob:`;

/** The editor of GraphiQL puts styles into its page, works in workers, and has its signs in a font. */
const graphiqlPolicy = `${common}; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self'`;

/**
 * The explorer at `/` and GraphiQL at `/graphiql`, as `npm run build:web` made them last: only files of that build, by their exact
 * address. Those of assets/ carry the hash of what they hold in their names, and never change.
 */
export function webRoutes(app: FastifyInstance): void {
  const files = builtFiles(projectPath("web", "dist"));
  const asset = { config: { uncounted: true as const } };
  app.get("/assets/*", asset, async (request, reply) => {
    const built = await files(`/assets/${(request.params as { readonly "*": string })["*"]}`);
    if (built === null) return sendError(reply, "NOT_FOUND");
    return sendFile(request, reply.header("cache-control", "public, max-age=31536000, immutable"), built);
  });
  app.get("/mark.svg", asset, (request, reply) => sendPage(request, reply, "/mark.svg", explorerPolicy));
  app.get("/graphiql", asset, (request, reply) => sendPage(request, reply, "/graphiql.html", graphiqlPolicy));
  for (const address of viewAddresses) {
    app.get(address, asset, (request, reply) => sendPage(request, reply, "/index.html", explorerPolicy));
  }

  async function sendPage(request: FastifyRequest, reply: FastifyReply, address: string, policy: string) {
    const built = await files(address);
    if (built === null) return sendError(reply, "NOT_FOUND", "The explorer is not built: run npm run build:web.");
    const etag = `"${hash("sha256", await readFile(built.path), "base64url")}"`;
    void reply.headers({ "cache-control": "no-cache", "content-security-policy": policy, etag });
    if (request.headers["if-none-match"]?.includes(etag)) return reply.code(304).send();
    return sendFile(request, reply, built);
  }
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, { path, type, encodings }: BuiltFile) {
  const accepted = acceptedIn(request.headers["accept-encoding"] ?? "");
  const encoding = encodings.find((name) => accepted.has(name));
  void reply.type(type).header("vary", "accept-encoding");
  if (encoding !== undefined) void reply.header("content-encoding", encoding);
  return reply.send(await readFile(path + (endings.get(encoding ?? "") ?? "")));
}

function acceptedIn(header: string): ReadonlySet<string> {
  const offers = header.split(",").map((offer) => offer.trim().toLowerCase());
  return new Set(offers.filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer)).map((offer) => offer.replace(/;.*/, "")));
}

/** Finds a file of the build by its address; null where the build has none. A build that took the place of another is read anew. */
export function builtFiles(folder: string): (address: string) => Promise<BuiltFile | null> {
  let listed: { readonly version: string; readonly files: Promise<ReadonlyMap<string, BuiltFile>> } | null = null;
  return async (address) => {
    const version = await versionOf(folder);
    if (listed?.version !== version) listed = { version, files: listFiles(folder) };
    return (await listed.files).get(address) ?? null;
  };
}

/** Differs between two builds: each is a folder of its own that was put in place. */
async function versionOf(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null);
  return found === null ? "none" : `${found.ino} ${found.mtimeMs}`;
}

/** The files of a build by their address; none where there is no build. */
async function listFiles(folder: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const all = new Set(names.map((name) => name.replaceAll("\\", "/")));
  const files = [...all].flatMap((name): [string, BuiltFile][] => {
    const type = typeOf[extname(name)];
    if (type === undefined) return [];
    const encodings = [...endings].filter(([, ending]) => all.has(name + ending)).map(([encoding]) => encoding);
    return [[`/${name}`, { path: join(folder, name), type, encodings }]];
  });
  return new Map(files);
}
