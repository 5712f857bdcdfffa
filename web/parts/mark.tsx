const marks = {
  disputed: { sign: "◆", title: "Sources disagree" },
  unsourced: { sign: "○", title: "No source is known" },
  announced: { sign: "▷", title: "Announced: a plan, not what took place" },
  shown: { sign: "●", title: "The value that is shown" },
} as const;

/** A standing as a shape and a word, so that it does not hang on colour. */
export function Mark({ standing }: { readonly standing: keyof typeof marks }) {
  const { sign, title } = marks[standing];
  return (
    <span className={`mark mark-${standing}`} title={title}>
      <span aria-hidden="true">{sign}</span> {standing}
    </span>
  );
}
