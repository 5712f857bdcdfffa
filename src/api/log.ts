/**
 * Writes lines to stderr, those of one turn of the event loop in one piece: a write of its own for each takes a server longer
 * than to make the line. What is left is written when the process ends.
 */
export function toStderr(): (line: string) => void {
  let waiting = "";
  const write = (): void => {
    if (waiting === "") return;
    process.stderr.write(waiting);
    waiting = "";
  };
  process.once("exit", write);
  return (line) => {
    if (waiting === "") setImmediate(write);
    waiting += line;
  };
}
