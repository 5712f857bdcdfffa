import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import type { Cut } from "../ask/client.ts";
import type { Asked } from "../ask/use-ask.ts";
import { counted, textReadWords } from "../words.ts";

interface AnsweredProps<Answer> {
  readonly asked: Asked<Answer>;
  /** What is being asked, in words that finish "Asking for …". */
  readonly what: string;
  readonly children: (data: Answer) => ReactNode;
}

/** What a question says at each moment: under way (with a way to stop it), failed (with what to do), or the answer. */
export function Answered<Answer>({
  asked: { state, answer, error, cancel, again },
  what,
  children,
}: AnsweredProps<Answer>) {
  if (state === "asking") return <Asking what={what} cancel={cancel} />;
  if (state === "cancelled") {
    return (
      <div className="notice" role="status">
        <p>Cancelled: asking for {what}.</p>
        <button type="button" onClick={again}>
          Ask again
        </button>
      </div>
    );
  }
  if (state === "failed" || answer === undefined) {
    return (
      <div className="notice notice-error" role="alert">
        <p>
          <strong>No answer for {what}.</strong> {error?.message}
        </p>
        <p>{error?.remedy}</p>
        <button type="button" onClick={again}>
          Try again
        </button>
      </div>
    );
  }
  return (
    <>
      <CutShort cuts={answer.cuts} />
      {children(answer.data)}
    </>
  );
}

/** Nothing at all for the first moment: most answers are there before one could read it. */
const patience = 150;

function Asking({ what, cancel }: { readonly what: string; readonly cancel: () => void }) {
  const [seconds, setSeconds] = useState(-1);
  useEffect(() => {
    const first = setTimeout(() => {
      setSeconds(0);
    }, patience);
    const clock = setInterval(() => {
      setSeconds((before) => before + 1);
    }, 1_000);
    return () => {
      clearTimeout(first);
      clearInterval(clock);
    };
  }, []);
  return (
    <div className="notice asking" role="status" data-waiting={seconds >= 0}>
      <p>
        Asking for {what}
        {seconds > 0 ? ` · ${seconds} s` : ""}
      </p>
      <progress aria-label={`Asking for ${what}`} />
      <button type="button" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}

function CutShort({ cuts }: { readonly cuts: readonly Cut[] }) {
  if (cuts.length === 0) return null;
  const lists = cuts.map(
    ({ list, limit, times }) => `${list} after ${limit}${times > 1 ? ` (in ${counted(times, "place")})` : ""}`,
  );
  return (
    <p className="notice notice-mark" role="note">
      Cut short: {lists.join("; ")}. The rest is to be had in GraphiQL, page by page.
    </p>
  );
}

/** An answer without anything in it: says what was searched. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

/** How much of a text was read, by `textRead`, in words; nothing where all of it was. */
export function TextRead({ textRead }: { readonly textRead: string }) {
  if (textRead === "whole") return null;
  return (
    <p className="notice notice-mark" role="note">
      {textReadWords[textRead] ?? textRead}
    </p>
  );
}
