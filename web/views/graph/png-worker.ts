import type { Drawing } from "./drawing.ts";

/** Pixels of the file for one of the screen, as long as it fits. */
const scale = 2;
/** Longest side of the file: beyond it browsers refuse. */
const longestSide = 8_000;

addEventListener("message", ({ data }: MessageEvent<Drawing>) => {
  void drawn(data)
    .convertToBlob({ type: "image/png" })
    .then((file) => {
      postMessage(file);
    });
});

function drawn({ left, top, width, height, lines, marks, colours }: Drawing): OffscreenCanvas {
  const times = Math.min(scale, longestSide / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.ceil(width * times), Math.ceil(height * times));
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser draws no pictures in the background.");
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(times, 0, 0, times, -left * times, -top * times);
  pen.strokeStyle = colours.rule;
  pen.beginPath();
  for (const { from, to } of lines) {
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
  }
  pen.stroke();
  pen.font = "11px sans-serif";
  pen.textAlign = "center";
  for (const { at, name, outline } of marks) {
    const shape = new Path2D();
    shape.addPath(new Path2D(outline), { e: at.x, f: at.y });
    pen.fillStyle = colours.accent;
    pen.fill(shape);
    pen.fillStyle = colours.ink;
    pen.fillText(name, at.x, at.y + 20);
  }
  return canvas;
}
