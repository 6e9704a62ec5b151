import type { Find } from "./kinds"
import { masked } from "./masking"
import { type Screened, screen } from "./screening"

const between = "\n"

/**
 * Parts that are read one below the other (a title, a place), each with everything masked that is
 * found in the whole: what stands across two of them is masked in both.
 * @param by says what is found
 */
export async function maskedParts(
  parts: readonly string[],
  by: (text: string) => Promise<Screened> = screen,
): Promise<string[]> {
  let now = [...parts]
  for (let round = 0; round < 5; round += 1) {
    const { finds } = await by(now.join(between))
    if (finds.length === 0) return now
    let begin = 0
    now = now.map((part) => {
      const own = within(finds, begin, begin + part.length)
      begin += part.length + between.length
      return masked(part, own)
    })
  }
  return now
}

function within(finds: readonly Find[], begin: number, end: number): Find[] {
  return finds.flatMap((find) => {
    const from = Math.max(find.index, begin)
    const to = Math.min(find.index + find.length, end)
    return to > from ? [{ ...find, index: from - begin, length: to - from }] : []
  })
}
