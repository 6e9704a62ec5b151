/**
 * Lets whatever else waits have its turn. Long work on the one thread breathes often, so that other
 * people's pages are answered meanwhile; an open transaction stays open and alone.
 */
export const breath = (): Promise<void> => new Promise((done) => setImmediate(done))

/** Items between two breaths: some tens of milliseconds of the heavier kinds of work. */
export const atOnce = 500

/** `work` for each item, with a breath now and then. */
export async function mapSlowly<T, R>(
  items: readonly T[],
  work: (item: T) => R,
  size = atOnce,
): Promise<R[]> {
  const results: R[] = []
  for (const [nth, item] of items.entries()) {
    if (nth > 0 && nth % size === 0) await breath()
    results.push(work(item))
  }
  return results
}
