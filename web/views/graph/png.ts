import type { Drawing } from "./drawing.ts";

/** The picture as a PNG file, drawn in a worker, so that the page answers meanwhile. Rejects with an Error where the browser cannot. */
export function pngOf(drawing: Drawing): Promise<Blob> {
  const worker = new Worker(new URL("./png-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Blob>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Blob>) => {
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      reject(new Error(message));
    };
    worker.postMessage(drawing);
  }).finally(() => {
    worker.terminate();
  });
}
