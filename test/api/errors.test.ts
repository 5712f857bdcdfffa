import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { errorCodes, errorOf, masked, statusOf } from "../../src/api/errors.ts";
import { projectPath, settingsTable } from "../../src/config.ts";

const secret = "Invalid input 'MATCHH' (line 1, column 1) at /home/me/file.ts:3 Neo.ClientError.Statement.SyntaxError";

test.each([
  ["an error of a library", { message: secret, extensions: { code: "INTERNAL_SERVER_ERROR", stacktrace: [secret] } }],
  [
    "an error with a code of nobody",
    { message: secret, extensions: { code: "Neo.ClientError.Statement.SyntaxError" } },
  ],
  ["an error without a code", { message: secret }],
  ["an error with the name of a property", { message: secret, extensions: { code: "constructor" } }],
])("%s tells nothing", (_, error) => {
  expect(masked(error)).toEqual({
    message: "Something went wrong here; the log knows what.",
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  });
});

test("a database that is gone is told in our words", () => {
  expect(masked({ message: secret, extensions: { code: "SERVICE_UNAVAILABLE" } })).toEqual({
    message: "The database cannot be reached; try again in a few seconds.",
    extensions: { code: "SERVICE_UNAVAILABLE" },
  });
});

test("an error about the query keeps its words and its place, and nothing else", () => {
  const error = {
    message: 'Cannot query field "x" on type "Query".',
    locations: [{ line: 1, column: 3 }],
    extensions: { code: "GRAPHQL_VALIDATION_FAILED", stacktrace: [secret], http: { status: 400 } },
  };
  expect(masked(error)).toEqual({
    message: 'Cannot query field "x" on type "Query".',
    locations: [{ line: 1, column: 3 }],
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });
});

test("a long name in a message does not come back whole", () => {
  const { message } = errorOf("BAD_USER_INPUT", "a".repeat(301));
  expect(message).toBe(`${"a".repeat(299)}…`);
  expect(errorOf("BAD_USER_INPUT", "a".repeat(300)).message).toBe("a".repeat(300));
});

test.each([
  ["COST_LIMIT_EXCEEDED", 400],
  ["SERVICE_UNAVAILABLE", 503],
  ["QUERY_TIMEOUT", 504],
  ["toString", 500],
  [undefined, 500],
])("the status of %s is %i", (code, status) => {
  expect(statusOf(code)).toBe(status);
});

test("every code is documented with its status", async () => {
  const page = await apiPage();
  const rows = Object.entries(errorCodes).map(([code, [status]]) => `| \`${code}\` | ${status} |`);
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});

test("every limit is documented with its default", async () => {
  const page = await apiPage();
  const rows = settingsTable()
    .split("\n")
    .filter((row) => row.startsWith("| `ADG_LIMIT_"))
    .map((row) => row.split("|").slice(1, 3).join("|").trim());
  expect(rows.length).toBe(15);
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});

/** The page without the spaces that line its tables up. */
async function apiPage(): Promise<string> {
  return (await readFile(projectPath("docs", "api.md"), "utf8")).replace(/ +/g, " ");
}
