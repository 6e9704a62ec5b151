/** A figure of several rounds. */
export interface Spread {
  median: number
  least: number
  most: number
}

export interface Pair {
  floor: number
  portal: number
}

export interface Compared {
  floor: Spread
  portal: Spread
  /** Portal to floor of each round, so that a busy moment of the machine weighs on both. */
  ratio: Spread
}

export const rounds = 5

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  }
}

export const comparedOf = (pairs: readonly Pair[]): Compared => ({
  floor: spreadOf(pairs.map(({ floor }) => floor)),
  portal: spreadOf(pairs.map(({ portal }) => portal)),
  ratio: spreadOf(pairs.map(({ floor, portal }) => portal / floor)),
})

/**
 * Floor and portal by turns; which goes first changes with every round.
 * @param times how many rounds
 */
export async function interleaved<T>(
  floor: () => Promise<T>,
  portal: () => Promise<T>,
  times = rounds,
): Promise<{ floor: T; portal: T }[]> {
  const found: { floor: T; portal: T }[] = []
  for (let round = 0; round < times; round++) {
    const early = round % 2 === 0 ? await floor() : undefined
    const mine = await portal()
    found.push({ floor: early ?? (await floor()), portal: mine })
  }
  return found
}
