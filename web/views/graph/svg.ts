import type { Drawing } from "./drawing.ts";

/** The picture as an SVG document. Names are text in it and nothing else. */
export function svgText({ left, top, width, height, lines, marks, colours }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...lines.map(
      ({ from, to, relation }) =>
        `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${colours.rule}"><title>${escaped(relation)}</title></line>`,
    ),
    ...marks.map(
      ({ at: { x, y }, name, outline }) =>
        `<path transform="translate(${x} ${y})" d="${outline}" fill="${colours.accent}"/><text x="${x}" y="${y + 20}" text-anchor="middle" fill="${colours.ink}">${escaped(name)}</text>`,
    ),
    "</svg>",
  ].join("\n");
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  // Signs that XML does not allow at all, then those that mean something in it.
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
