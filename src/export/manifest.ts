import { createHash } from "node:crypto";
import type { ExportFile, ExportFormat } from "./formats.ts";
import type { Counts, GraphReader } from "./graph.ts";
import { inPieces } from "./pieces.ts";

/** What an export holds, and how to make sure that it arrived whole. */
export interface Manifest {
  readonly format: string;
  readonly revision: string;
  readonly licence: string;
  readonly counts: Counts;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

const licence = "CC BY 4.0 for the facts; the texts of documents belong to those who issued them";

/** A piece of one file of an export. */
export interface FilePiece {
  readonly file: ExportFile;
  readonly bytes: Buffer;
}

/** Every file of a format, piece by piece, and last the manifest. */
export async function* piecesOf(format: ExportFormat, reader: GraphReader): AsyncGenerator<FilePiece | Manifest> {
  const files: Manifest["files"][number][] = [];
  for (const file of format.files) {
    const hash = createHash("sha256");
    let length = 0;
    for await (const text of inPieces(file.write(reader))) {
      const bytes = Buffer.from(text);
      hash.update(bytes);
      length += bytes.length;
      yield { file, bytes };
    }
    files.push({ name: file.name, bytes: length, sha256: hash.digest("hex") });
  }
  yield { format: format.name, revision: reader.revision, licence, counts: await reader.counts(), files };
}

/** The text of a manifest, as it stands in manifest.json. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
