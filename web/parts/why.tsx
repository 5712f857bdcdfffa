import type { ReactNode } from "react";
import { useParameter } from "../frame/use-parameter.ts";
import { propertyText } from "../words.ts";
import { Mark } from "./mark.tsx";
import { WhyPanel } from "./why-panel.tsx";

interface ValueProps {
  /** Id of the thing that has the property. */
  readonly of: string;
  /** Property in the schema's words; empty asks for everything that is claimed of the thing. */
  readonly property: string;
  /** Properties of the thing for which sources disagree. */
  readonly disputed?: readonly string[];
  /** Where the thing rests on no source at all: unsourced. */
  readonly confidence?: string;
  readonly children: ReactNode;
}

/** A value that can be asked why: disputed and unsourced ones are marked by a shape and a word. */
export function Value({ of, property, disputed = [], confidence, children }: ValueProps) {
  return (
    <span className="value">
      {children} {disputed.includes(property) && <Mark standing="disputed" />}
      {confidence === "unsourced" && <Mark standing="unsourced" />}
      <WhyButton of={of} property={property} />
    </span>
  );
}

interface WhyButtonProps {
  readonly of: string;
  readonly property: string;
  /** Id of the other end of a relation, where only that one is asked for. */
  readonly end?: string | undefined;
  /** What stands on it; "why" without one. */
  readonly label?: string;
}

/** Opens the panel that says why; the address then leads to it. */
export function WhyButton({ of, property, end, label }: WhyButtonProps) {
  const [, setWhy] = useParameter("why");
  return (
    <button
      type="button"
      className="why"
      aria-haspopup="dialog"
      aria-label={label ? undefined : `Why: ${propertyText(property) || "all claims"}`}
      onClick={() => {
        setWhy([of, property, ...(end ? [end] : [])].join("~"));
      }}
    >
      {label ?? "why"}
    </button>
  );
}

/** The panel where the address asks for it; once in the frame. */
export function Why() {
  const [why, setWhy] = useParameter("why");
  if (why === "") return null;
  const [of = "", property = "", end = ""] = why.split("~");
  return (
    <WhyPanel
      of={of}
      property={property}
      end={end}
      close={() => {
        setWhy("");
      }}
    />
  );
}
