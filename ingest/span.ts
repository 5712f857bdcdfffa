/** A half-open stretch `[start, end)` of one named text, in UTF-16 code units (what a JavaScript string index is). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where `outer` holds every character of `inner` (equal spans included). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True where the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
