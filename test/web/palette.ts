import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Colours that an indexed PNG can have. */
const mostColours = 256;

/** A screenshot (PNG, 8 bits, RGB or RGBA, not interlaced) as a PNG of at most 256 colours: text and lines look the same in a third of the size. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, channels, data } = chunksOf(png);
  const pixels = unfiltered(inflateSync(data), width, height, channels);
  const palette = commonColours(pixels);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = pixels[y * width + x] ?? 0;
      let index = nearest.get(colour);
      if (index === undefined) nearest.set(colour, (index = nearestOf(colour, palette)));
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    png.subarray(0, 8),
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunksOf(png: Buffer) {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0)
    throw new Error("not a screenshot as Chromium makes them");
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    channels: kind === 6 ? 4 : 3,
    data: Buffer.concat(parts),
  };
}

/** The pixels as 0xRRGGBB, row by row, with the filters of PNG (section 9 of its specification) taken off. */
function unfiltered(data: Buffer, width: number, height: number, channels: number): Uint32Array {
  const length = width * channels;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(length);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (length + 1)] ?? 0;
    const row = Uint8Array.from(data.subarray(y * (length + 1) + 1, (y + 1) * (length + 1)));
    for (let i = 0; i < length; i += 1) {
      const [left, up, corner] = [row[i - channels] ?? 0, above[i] ?? 0, above[i - channels] ?? 0];
      row[i] = (row[i] ?? 0) + predicted(filter, left, up, i < channels ? 0 : corner);
    }
    for (let x = 0; x < width; x += 1) {
      const at = x * channels;
      pixels[y * width + x] = ((row[at] ?? 0) << 16) | ((row[at + 1] ?? 0) << 8) | (row[at + 2] ?? 0);
    }
    above = row;
  }
  return pixels;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter < 3) return [0, left, up][filter] ?? 0;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The colours that most pixels have. */
function commonColours(pixels: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostColours)
    .map(([colour]) => colour);
}

function nearestOf(colour: number, palette: readonly number[]): number {
  let [best, least] = [0, Infinity];
  palette.forEach((other, index) => {
    const far = [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
    if (far < least) [best, least] = [index, far];
  });
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
