import { writeSync } from "node:fs";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/**
 * Ends the run with the line that says how many tests passed, failed and were skipped. A file that could not be loaded
 * and an error outside every test count as one failure each, so that "0 failed" never stands under a broken run.
 */
export default class ClosingLine implements Reporter {
  private line: string | null = null;

  onInit(): void {
    // What vitest prints while it closes must not come after the line.
    process.once("exit", () => {
      if (this.line !== null) writeSync(1, `${this.line}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    this.line = closingLine(modules, errors.length);
  }
}

function closingLine(modules: readonly TestModule[], errorsOutside: number): string {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const passed = states.filter((state) => state === "passed").length;
  const failedTests = states.filter((state) => state === "failed").length;
  const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
  const skipped = states.length - passed - failedTests;
  const failed = failedTests + brokenFiles + errorsOutside;
  return `${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}
