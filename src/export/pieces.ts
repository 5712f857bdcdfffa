/** Length from which a piece of a file is handed on, in UTF-16 code units: enough to make each write worth its while. */
const pieceLength = 65_536;

/** The same text in fewer and larger pieces. */
export async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
