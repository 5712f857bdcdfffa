import { join, resolve } from "node:path";
import { z } from "zod";
import { Failure } from "./failure.ts";

declare module "zod" {
  interface GlobalMeta {
    /** What a setting may be, in words that finish "… is not allowed, use …". */
    allowed?: string;
    /** Where the setting's value must not be shown. */
    secret?: boolean;
  }
}

/** The folder that holds package.json: defaults that are paths are relative to it, paths that a user gives to the working directory. */
export const projectFolder = resolve(import.meta.dirname, "..");

const neo4jAddress = /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/[^/@\s]+$/;

function text(fallback: string, description: string, allowed: string) {
  return z.string().default(fallback).meta({ description, allowed });
}

function count(fallback: number, least: number, most: number, description: string) {
  const allowed = `a whole number from ${least} to ${most}`;
  const digits = z.string().regex(/^\d{1,15}$/);
  return digits
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .default(fallback)
    .meta({ description, allowed });
}

/**
 * Every setting: its check, default and meaning. The check of the environment, the help text, the table of the docs and
 * `.env.example` all follow from this list, so a new setting is one entry here.
 */
const settings = z.object({
  NEO4J_URI: z.string().regex(neo4jAddress).optional().meta({
    description: "Address of a Neo4j 5 server to use; without it one is started in a container or from Maven's jars",
    allowed: "bolt://HOST:PORT or neo4j://HOST:PORT (with +s for TLS), without user and password",
  }),
  NEO4J_USERNAME: text("neo4j", "User at that Neo4j", "a user name"),
  NEO4J_PASSWORD: z.string().optional().meta({
    description: "Password of that user; a Neo4j that is started here gets one of its own",
    allowed: "the password of NEO4J_USERNAME",
    secret: true,
  }),
  NEO4J_DATABASE: text("neo4j", "Database at that Neo4j", "the name of a database"),
  JAVA_HOME: z.string().optional().meta({
    description: "Java 17 or 21 for the Neo4j that is started here; without it the java on the PATH",
    allowed: "the folder of a Java installation",
  }),
  ADG_HOST: text("127.0.0.1", "Network interface that the API listens on", "an address of this machine"),
  ADG_PORT: count(4000, 0, 65_535, "Port that the API listens on; 0 takes any free one"),
  ADG_DOCUMENTS: text("documents", "Folder with the documents to load", "a folder"),
  ADG_STATE: text(".adg", "Folder for what is kept between runs: the local Neo4j, added documents", "a folder"),
  ADG_DATA: text("data", "Folder with the curated facts", "a folder"),
  ADG_LOAD_ROWS: count(200_000, 1, 10_000_000, "Largest difference, in rows, that is loaded in one transaction"),
  ADG_FETCH_TRUSTED: z
    .string()
    .regex(/^[^\s,]+(?:\s*,\s*[^\s,]+)*$/)
    .transform((list) => list.split(/\s*,\s*/))
    .default([])
    .meta({
      description: "Hosts that pages may be fetched from although they are not on the public internet",
      allowed: "names of hosts, with a port where they have one, with commas between",
    }),
  ADG_FETCH_TIMEOUT_MS: count(30_000, 100, 600_000, "Longest time that fetching one page may take, in milliseconds"),
  ADG_FETCH_PAUSE_MS: count(1_000, 0, 600_000, "Pause between two pages of one host, in milliseconds"),
  ADG_BODY_BYTES: count(262_144, 1_024, 16_777_216, "Largest body of a request to the API, in bytes"),
  ADG_QUERY_TIMEOUT_MS: count(4_000, 100, 600_000, "Longest time that one query may take, in milliseconds"),
  ADG_LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info").meta({
    description: "What the API writes to its log; info is one line a request",
    allowed: "silent, error, warn, info or debug",
  }),
  ADG_PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^\s?#]*[^\s?#/]$/)
    .optional()
    .meta({
      description:
        "Address at which readers reach this server, for the addresses of pages in answers; without it they are paths",
      allowed: "https://HOST, with a path where there is one, without a slash at the end",
    }),
  ADG_CACHE_BYTES: count(67_108_864, 0, 17_179_869_184, "Memory for answers that are kept, in bytes; 0 keeps none"),
  ADG_CACHE_SECONDS: count(
    5,
    0,
    31_536_000,
    "How long a browser or a cache in front may give an answer again without asking, in seconds",
  ),
  ADG_CONCURRENCY: count(64, 1, 10_000, "Most queries that are worked on at the same time"),
  ADG_EXPORTS: count(2, 1, 1_000, "Most exports of the whole graph that are read at the same time"),
  ADG_CONNECTIONS: count(2_000, 1, 100_000, "Most connections to the API at the same time"),
  ADG_RATE_PER_MINUTE: count(
    600,
    0,
    10_000_000,
    "Most requests of one client in a minute, this machine apart; 0 is any",
  ),
  ADG_TRUST_PROXY: count(0, 0, 10, "How many proxies stand in front and name the client in X-Forwarded-For"),
  ADG_CORS_ORIGINS: z
    .string()
    .regex(/^(?:none|\*|https?:\/\/[^/,\s]+(?:,https?:\/\/[^/,\s]+)*)$/)
    .default("none")
    .meta({
      description: "Web sites whose pages may read the API in a browser",
      allowed: "none, * for any, or origins with commas between (https://a.example,https://b.example)",
    }),
  ADG_PREFLIGHT: z.enum(["no", "yes"]).default("no").meta({
    description: "Whether a GET must carry a header that pages of other sites cannot send without asking",
    allowed: "no or yes",
  }),
  ADG_LIMIT_ROWS: count(100, 1, 10_000, "Largest limit or first of a list in a query"),
  ADG_LIMIT_OFFSET: count(10_000, 0, 10_000_000, "Largest offset, or position of a cursor, in a query"),
  ADG_LIMIT_TOKENS: count(1_000, 10, 100_000, "Most words and signs in a query"),
  ADG_LIMIT_DEPTH: count(8, 1, 100, "Most levels of fields in a query"),
  ADG_LIMIT_INTROSPECTION_DEPTH: count(20, 1, 100, "Most levels of fields below __schema and __type"),
  ADG_LIMIT_ROOT_FIELDS: count(10, 1, 1_000, "Most fields at the top of a query"),
  ADG_LIMIT_ALIASES: count(15, 0, 10_000, "Most aliases in a query"),
  ADG_LIMIT_DIRECTIVES: count(10, 0, 10_000, "Most directives in a query"),
  ADG_LIMIT_SORT_KEYS: count(5, 1, 100, "Most keys to sort one list by"),
  ADG_LIMIT_FILTER_NODES: count(50, 1, 10_000, "Most conditions in the filters of a query"),
  ADG_LIMIT_FILTER_DEPTH: count(5, 1, 100, "Most levels of AND, OR and NOT in a filter"),
  ADG_LIMIT_FILTER_VALUES: count(100, 1, 10_000, "Most values of one list in a filter"),
  ADG_LIMIT_FILTER_LENGTH: count(256, 1, 100_000, "Longest text in a filter, in characters"),
  ADG_LIMIT_PHRASE: count(1_000, 1, 100_000, "Longest phrase to search for, in characters"),
  ADG_LIMIT_COST: count(5_000, 1, 10_000_000, "Most rows that a query may be expected to read"),
});

/** Checked settings under the names they have in the environment; paths are absolute. */
export type Config = Readonly<z.output<typeof settings>>;

export type Environment = Readonly<Record<string, string | undefined>>;

type Name = keyof Config;
const names = Object.keys(settings.shape) as Name[];
const folders = ["ADG_DOCUMENTS", "ADG_STATE", "ADG_DATA"] as const satisfies readonly Name[];

/**
 * The settings, from the environment unless another one is given; an empty variable counts as not set.
 * Throws a Failure that names each setting that is wrong, its value and what is allowed.
 */
export function readConfig(environment: Environment = process.env): Config {
  const given = Object.fromEntries(
    names.map((name) => [name, environment[name] === "" ? undefined : environment[name]]),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as Name));
    const lines = [...wrong].map((name) => `${name}=${shown(name, given[name])}: use ${allowed(name)}`);
    throw new Failure("setting", lines.join("; "), "Correct it in the environment or in .env (see .env.example).");
  }
  const config = parsed.data;
  if (config.NEO4J_URI !== undefined && config.NEO4J_PASSWORD === undefined) {
    throw new Failure("setting", "NEO4J_URI is set, but NEO4J_PASSWORD is not", "Set NEO4J_PASSWORD as well.");
  }
  const paths = folders.map((name) => [name, resolve(given[name] === undefined ? projectFolder : "", config[name])]);
  return { ...config, ...(Object.fromEntries(paths) as Pick<Config, (typeof folders)[number]>) };
}

/** Lines for the end of `adg --help`: every setting with its default and meaning. */
export function settingsHelp(): string {
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => `  ${name.padEnd(width)}  ${about(name)}${suffix(name)}`);
  return ["Settings (environment variables, or lines of .env):", ...lines].join("\n");
}

/** The settings as a markdown table for the docs. */
export function settingsTable(): string {
  const rows = names.map((name) => `| \`${name}\` | ${initial(name) ?? ""} | ${about(name)} | ${allowed(name)} |`);
  return ["| Setting | Default | Meaning | Allowed |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** The text of `.env.example`: every setting, commented out, with its meaning. */
export function settingsExample(): string {
  const entries = names.map(
    (name) => `# ${about(name)}.\n# Allowed: ${allowed(name)}.\n#${name}=${initial(name) ?? ""}\n`,
  );
  return ["# Copy this file to .env and take the # off the settings you change. Never commit .env.\n", ...entries].join(
    "\n",
  );
}

/** Where the material of the graph stands. */
export function foldersOf(config: Config) {
  return {
    project: projectFolder,
    data: config.ADG_DATA,
    documents: config.ADG_DOCUMENTS,
    state: config.ADG_STATE,
  };
}

/** The path of a file or folder of the project itself. */
export function projectPath(...parts: string[]): string {
  return join(projectFolder, ...parts);
}

function about(name: Name): string {
  return settings.shape[name].meta()?.description ?? "";
}

function allowed(name: Name): string {
  return settings.shape[name].meta()?.allowed ?? "";
}

function initial(name: Name): string | undefined {
  return settings.shape[name].parse(undefined)?.toString();
}

function suffix(name: Name): string {
  const value = initial(name);
  return value === undefined ? "" : ` (${value})`;
}

function shown(name: Name, value: string | undefined): string {
  if (settings.shape[name].meta()?.secret === true) return "…";
  // An address may carry a password, which is why it is refused.
  return JSON.stringify((value ?? "").replace(/\/\/.*@/, "//…@"));
}
