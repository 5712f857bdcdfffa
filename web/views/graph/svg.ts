import type { Colours } from "./colours.ts";
import type { Picture } from "./expansions.ts";
import type { Point } from "./place-nodes.ts";

/** The picture as an SVG document. Names are text in it and nothing else. */
export function svgText({ nodes, edges }: Picture, points: ReadonlyMap<string, Point>, colours: Colours): string {
  const at = (id: string) => points.get(id) ?? { x: 0, y: 0 };
  const xs = nodes.map(({ id }) => at(id).x);
  const ys = nodes.map(({ id }) => at(id).y);
  const [left, top] = [least(xs) - 140, least(ys) - 40];
  const [width, height] = [-least(xs.map((x) => -x)) + 140 - left, -least(ys.map((y) => -y)) + 40 - top];
  const lines = edges.map(({ from, to, relation }) => {
    const [a, b] = [at(from), at(to)];
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${colours.rule}"><title>${escaped(relation)}</title></line>`;
  });
  const marks = nodes.map(({ id, name }) => {
    const { x, y } = at(id);
    return `<circle cx="${x}" cy="${y}" r="6" fill="${colours.accent}"/><text x="${x}" y="${y + 18}" text-anchor="middle" fill="${colours.ink}">${escaped(name)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...lines,
    ...marks,
    "</svg>",
  ].join("\n");
}

function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  // Signs that XML does not allow at all, then those that mean something in it.
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
