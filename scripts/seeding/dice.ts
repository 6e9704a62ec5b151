/** Numbers that look random and are the same on every run (mulberry32). */
export function dice(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return {
    below,
    chance: (share: number): boolean => next() < share,
    pick: <T>(among: readonly [T, ...T[]]): T => among[below(among.length)] ?? among[0],
  }
}

export type Dice = ReturnType<typeof dice>
