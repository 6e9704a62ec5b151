/** Pixels of a rail: where something begins and ends, from above. */
interface Span {
  top: number
  bottom: number
}

/** Height of a flag's line, and of the two lines that a block says. */
const [line, said] = [17, 40]

/**
 * Where flags stand so that nothing lies over them: each at its time, under the words of a block that
 * runs then, or under the block where that is too low; one below the other where they come together.
 * @param tops where the time of each lies, in their order
 * @returns the tops in the same order, in pixels
 */
export function duePlaces(tops: readonly number[], blocks: readonly Span[]): number[] {
  const words = blocks.map((block) => ({ ...block, end: Math.min(block.top + said, block.bottom) }))
  let free = Number.NEGATIVE_INFINITY
  return tops.map((wanted) => {
    let top = Math.max(wanted, free)
    const over = () => words.find((block) => top < block.end && top + line > block.top)
    for (let block = over(); block; block = over())
      top = block.bottom - block.top >= said + line ? block.end : block.bottom
    free = top + line
    return top
  })
}
