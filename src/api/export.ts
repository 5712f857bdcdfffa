import { hash } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { exportFormats, type ExportFile, type ExportFormat } from "../export/formats.ts";
import { readingGraph, type GraphPlace } from "../export/graph.ts";
import { manifestText, piecesOf } from "../export/manifest.ts";
import { inPieces } from "../export/pieces.ts";
import { stillFits, storedAnswer } from "./answers.ts";
import { cacheControlOf } from "./graphql.ts";
import { sendError } from "./http.ts";
import type { RouteParts, Routes } from "./routes.ts";
import { DatabaseTrouble } from "./watch.ts";

/** A client that takes nothing in for so long is let go, and its export ends, in milliseconds. */
const idleTime = 30_000;

const json = "application/json; charset=utf-8";

/** `/export`: the formats in which the whole graph can be had, each with its files and a manifest. */
export const exportRoutes: Routes = (app, parts) => {
  const { place, config } = parts;
  const cacheControl = cacheControlOf(config);
  let running = 0;

  /** Answers from what is loaded now: 304 where the client has it, else by `give`; errors as everywhere. */
  async function answer(request: FastifyRequest, reply: FastifyReply, type: string, give: Give): Promise<unknown> {
    const version = await versionOf(parts);
    if (version === null) return sendError(reply.header("retry-after", "2"), "SERVICE_UNAVAILABLE");
    const etag = `W/"${hash("sha256", `${version} ${request.url}`, "base64url").slice(0, 22)}"`;
    void reply.headers({ etag, "cache-control": cacheControl }).type(type);
    if (stillFits(request.headers["if-none-match"], etag)) return reply.code(304).send();
    if (request.method === "HEAD") return reply.send(Readable.from([]));
    return give(reply, `${version} ${request.url}`);
  }

  /** Reads the whole graph, as few at a time as the settings allow. */
  async function reading<Result>(reply: FastifyReply, read: () => Promise<Result>): Promise<unknown> {
    if (running >= config.ADG_EXPORTS) {
      void reply.removeHeader("etag").removeHeader("cache-control");
      return sendError(reply.header("retry-after", "5"), "OVERLOADED");
    }
    running += 1;
    reply.raw.once("close", () => {
      running -= 1;
    });
    return read();
  }

  function sendFile(reply: FastifyReply, file: ExportFile): Promise<unknown> {
    return reading(reply, () => {
      reply.raw.setTimeout(idleTime, () => reply.raw.destroy());
      const bytes = readingGraph(place, (reader) => inPieces(file.write(reader)));
      return Promise.resolve(
        reply
          .header("content-disposition", `attachment; filename="${file.name}"`)
          .send(Readable.from(bytes, { objectMode: false, highWaterMark: 262_144 })),
      );
    });
  }

  function sendManifest(reply: FastifyReply, format: ExportFormat, key: string): Promise<unknown> {
    const kept = parts.answers.get(key);
    if (kept) return Promise.resolve(reply.send(kept.body));
    return reading(reply, async () => {
      const text = await manifestOf(place, format);
      parts.answers.set(key, storedAnswer(text, json, "export"));
      return reply.send(text);
    });
  }

  get("/export", json, (reply) => reply.send(`${JSON.stringify(listOfFormats(), null, 2)}\n`));
  for (const format of exportFormats) {
    for (const file of format.files)
      get(`/export/${format.name}/${file.name}`, file.mediaType, (reply) => sendFile(reply, file));
    get(`/export/${format.name}/manifest.json`, json, (reply, key) => sendManifest(reply, format, key));
  }

  function get(url: string, type: string, give: Give): void {
    app.route({ method: ["GET", "HEAD"], url, handler: (request, reply) => answer(request, reply, type, give) });
  }
};

/** Sends the answer; `key` says what it depends on. */
type Give = (reply: FastifyReply, key: string) => unknown;

/** What is loaded, without the database where that was read a moment ago; null where nothing is, or nobody answers. */
async function versionOf({ engine }: RouteParts): Promise<string | null> {
  try {
    if (engine.revision.fresh() === null) await engine.ready();
    const { id, version } = await engine.revision.current();
    return id === null ? null : version;
  } catch (error) {
    if (error instanceof DatabaseTrouble) return null;
    throw error;
  }
}

async function manifestOf(place: GraphPlace, format: ExportFormat): Promise<string> {
  for await (const part of readingGraph(place, (reader) => piecesOf(format, reader))) {
    if (!("file" in part)) return manifestText(part);
  }
  throw new Error("an export without a manifest");
}

function listOfFormats() {
  return exportFormats.map(({ name, purpose, files }) => ({
    format: name,
    for: purpose,
    files: files.map((file) => `/export/${name}/${file.name}`),
    manifest: `/export/${name}/manifest.json`,
  }));
}
