/** Rows that one statement writes, or one read brings: some milliseconds of the heavier kinds. */
export const atOnce = 200

/** Milliseconds of work after which others have their turn, and how long they may have it. */
const [longest, rest] = [8, 20]

let rested = 0

/**
 * Lets whatever else waits have its turn. Long work on the one thread breathes often, so that other
 * people's pages are answered meanwhile; an open transaction stays open and alone.
 *
 * A page takes several turns to be answered, so a turn in which something was done is followed by
 * another: else each of its steps would wait for a piece of the long work.
 */
export async function breath(): Promise<void> {
  const until = performance.now() + rest
  let before: number
  do {
    before = performance.now()
    await new Promise((done) => setImmediate(done))
    rested = performance.now()
  } while (rested - before > 1 && rested < until)
}

/** `work` for each item, with a breath whenever one is due. */
export async function mapSlowly<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const results: R[] = []
  for (const item of items) {
    if (performance.now() - rested > longest) await breath()
    results.push(work(item))
  }
  return results
}

/** All rows of a long read, some at a time in the order of their ids, with a breath between. */
export async function inParts<R extends { id: number }>(
  read: (after: number, most: number) => Promise<R[]>,
): Promise<R[]> {
  const found: R[] = []
  for (;;) {
    const some = await read(found.at(-1)?.id ?? 0, atOnce)
    for (const row of some) found.push(row)
    if (some.length < atOnce) return found
    await breath()
  }
}
