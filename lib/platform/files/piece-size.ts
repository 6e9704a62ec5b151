/** Bytes of every piece but the last: a slow line carries one well within a request's 5 minutes. */
export const pieceSize = 4 * 1024 ** 2

/** Bytes of a file that comes in pieces. */
export const largestInPieces = 4 * 1024 ** 3

export const pieceCount = (size: number): number => Math.ceil(size / pieceSize)

/** Bytes that a piece has to have; 0 when there is no such piece. */
export const sizeOfPiece = (size: number, number: number): number =>
  Math.max(0, Math.min(pieceSize, size - number * pieceSize))
