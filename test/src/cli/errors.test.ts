import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeError } from "../../../src/cli/errors.ts";
import { Failure } from "../../../src/failure.ts";

/** An error as the driver throws it: told by its name and code. */
function driverError(code: string, message: string): Error {
  return Object.assign(new Error(message), { name: "Neo4jError", code });
}

function systemError(): unknown {
  try {
    return readFileSync("/no/such/file");
  } catch (error) {
    return error;
  }
}

describe("describeError", () => {
  it.each([
    [new Failure("setting", "ADG_PORT is wrong", "Correct it."), "adg: ADG_PORT is wrong. Correct it."],
    [new Failure("setting", "ADG_PORT is wrong.", "Correct it."), "adg: ADG_PORT is wrong. Correct it."],
    [Object.assign(new Error("no rows fit"), { remedy: "Split it." }), "adg: no rows fit. Split it."],
    [new Failure("odd-name", "no file a\u001b[2J\r\nb", "Rename\nit."), "adg: no file a [2J b. Rename it."],
    [
      driverError("ServiceUnavailable", "Failed to connect. Caused by: connect ECONNREFUSED 127.0.0.1:1"),
      "adg: Neo4j cannot be reached (connect ECONNREFUSED 127.0.0.1:1). Start it, or correct NEO4J_URI.",
    ],
    [
      driverError("Neo.ClientError.Security.Unauthorized", "The client is unauthorized"),
      "adg: Neo4j refuses the user or the password. Correct NEO4J_USERNAME and NEO4J_PASSWORD.",
    ],
    [
      driverError("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "The allocation …"),
      "adg: Neo4j has not enough memory for this transaction. Load less at a time (ADG_LOAD_ROWS), or give the server " +
        "more memory (dbms.memory.transaction.total.max).",
    ],
    [
      driverError("Neo.ClientError.Statement.SyntaxError", "Invalid input"),
      "adg: Neo4j answers Neo.ClientError.Statement.SyntaxError: Invalid input. See the log of Neo4j.",
    ],
    [systemError(), "adg: ENOENT: no such file or directory, open '/no/such/file'. Mend that, then try again."],
  ])("makes one line of %s", (error, line) => {
    expect(describeError(error)).toBe(line);
  });

  it("shows the stack of our own bug", () => {
    expect(describeError(new TypeError("x is undefined"))).toMatch(
      /^adg: this is a bug of ours, please report it\.\nTypeError: x is undefined\n {4}at .*errors\.test\.ts/,
    );
    expect(describeError("a string")).toBe("adg: this is a bug of ours, please report it.\na string");
  });
});
