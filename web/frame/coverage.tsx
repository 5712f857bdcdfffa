import { frame } from "../generated/frame.ts";
import { useAsk } from "../ask/use-ask.ts";
import { dateText, number } from "../words.ts";

/** Which revision this is and how much of the texts it rests on, in one line. */
export function Coverage() {
  const { answer } = useAsk(frame, {});
  const [revision] = answer?.data.revisions ?? [];
  if (!answer || !revision) return <p>{answer ? "Nothing is loaded yet." : " "}</p>;
  const { statements, whole, read, loaded } = answer.data;
  return (
    <p>
      <code>{revision.id}</code> of {dateText(revision.createdAt.slice(0, 10))} · {number(revision.nodes)} nodes,{" "}
      {number(revision.edges)} edges · {number(read.totalCount)} of {number(statements.totalCount)} statements read at
      least in part, {number(whole.totalCount)} as a whole, {number(loaded.totalCount)} with their text
    </p>
  );
}
