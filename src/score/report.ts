import { allMentions } from "./measures.ts";
import { describeMiss, missesOf, type Miss } from "./misses.ts";
import { f1, precision, recall, type Score, type Tally } from "./tally.ts";

/** Documents that are measured together, with their figures. */
export interface ScoredSet {
  /** The folder that they stand in. */
  readonly name: string;
  readonly documents: number;
  readonly score: Score;
}

/** The figures of one measure: shares between 0 and 1, and how many they are of. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
  readonly missed: number;
  readonly wrong: number;
}

/** What `adg score --json` prints of one set, and what `--against` reads. */
export interface SetReport {
  readonly set: string;
  readonly documents: number;
  readonly measures: Readonly<Record<string, Figures>>;
  readonly misses: readonly Miss[];
}

/** The figures and misses of a set, as plain data. */
export function reportOf({ name, documents, score }: ScoredSet): SetReport {
  const rows = [...score, ["all mentions", allMentions(score)] as const];
  const measures = Object.fromEntries(rows.map(([measure, tally]) => [measure, figuresOf(tally)]));
  return { set: name, documents, measures, misses: missesOf(score) };
}

function figuresOf(tally: Tally): Figures {
  const { right, missed, extra } = tally;
  const shares = { precision: share(precision(tally)), recall: share(recall(tally)), f1: share(f1(tally)) };
  return { ...shares, right, missed: missed.length, wrong: extra.length };
}

/** Four digits: more say nothing about a few hundred items. */
function share(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

const columns = ["measure", "precision", "recall", "F1", "right", "missed", "wrong"] as const;

function cellsOf(measure: string, figures: Figures): readonly string[] {
  const { precision: p, recall: r, f1: f, right, missed, wrong } = figures;
  return [measure, p.toFixed(3), r.toFixed(3), f.toFixed(3), String(right), String(missed), String(wrong)];
}

/** Measures for which something was expected or found; the others say nothing. */
function shownMeasures({ measures }: SetReport): (readonly [string, Figures])[] {
  return Object.entries(measures).filter(([, { right, missed, wrong }]) => right + missed + wrong > 0);
}

/** Wrong ones a document: what a reader of unknown names has to put up with. */
function falseCandidates({ documents, measures }: SetReport): string {
  return ((measures.candidates?.wrong ?? 0) / Math.max(documents, 1)).toFixed(1);
}

/** A set for people: the table of its measures, then the worst misses, at most so many. */
export function describeSet(report: SetReport, most: number): string {
  const rows = shownMeasures(report).map(([measure, figures]) => cellsOf(measure, figures));
  const lines = [columns, ...rows].map(([measure = "", ...cells]) =>
    [measure.padEnd(18), ...cells.map((cell) => cell.padStart(9))].join(" "),
  );
  const { misses, documents, set } = report;
  const shown = misses.slice(0, most).map((miss) => `  ${describeMiss(miss)}`);
  const more = misses.length - shown.length;
  return [
    `${set}: ${documents} ${documents === 1 ? "document" : "documents"}; ${falseCandidates(report)} false unknown names a document`,
    ...lines,
    ...(shown.length > 0 ? ["worst first:", ...shown] : []),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join("\n");
}

/** The sets side by side as a markdown table, for docs/accuracy.md: F1 a measure, with the number of items. */
export function markdownOf(reports: readonly SetReport[]): string {
  const names = [...new Set(reports.flatMap((report) => shownMeasures(report).map(([measure]) => measure)))];
  const head = ["measure", ...reports.map(({ set, documents }) => `${set} (${documents} documents)`)];
  const body = names.map((measure) => [
    measure,
    ...reports.map(({ measures }) => {
      const figures = measures[measure];
      return figures && figures.right + figures.missed + figures.wrong > 0
        ? `${figures.precision.toFixed(3)} / ${figures.recall.toFixed(3)} / **${figures.f1.toFixed(3)}** (${figures.right + figures.missed})`
        : "–";
    }),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
}
