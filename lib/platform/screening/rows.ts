import { setImmediate as turn } from "node:timers/promises"
import { settings } from "../settings"
import { added, type FindCounts } from "./long-text"
import { maskedParts } from "./masking-parts"
import { countsOf, screenBy } from "./screening"

export type Rows = readonly (readonly string[])[]

/** Letters that are looked at before everybody else has their turn: a few milliseconds. */
const atOnce = 2_048
const stars = "****"

function* portions(rows: Rows): Generator<Rows> {
  let [from, letters] = [0, 0]
  for (const [at, row] of rows.entries()) {
    letters += row.reduce((sum, cell) => sum + cell.length, 0)
    if (letters < atOnce) continue
    yield rows.slice(from, at + 1)
    ;[from, letters] = [at + 1, 0]
  }
  if (from < rows.length) yield rows.slice(from)
}

export interface Looked {
  finds: FindCounts
  /** All of it was looked at; else there may be more. */
  whole: boolean
}

export interface Bounds {
  rows: number
  milliseconds: number
}

/** Enough to say what kind of list it is, while somebody waits for the answer. */
const usually: Bounds = { rows: 5_000, milliseconds: 1_500 }

/** How much of each kind is found in cells, as far as rows and time allow. */
export async function lookThrough(
  batches: AsyncIterable<Rows>,
  { rows: most, milliseconds }: Bounds = usually,
): Promise<Looked> {
  const { screening } = await settings()
  const until = performance.now() + milliseconds
  let [finds, left, whole]: [FindCounts, number, boolean] = [{}, most, true]
  for await (const batch of batches)
    for (const portion of portions(batch)) {
      if (left <= 0 || performance.now() > until) return { finds, whole: false }
      const found = await screenBy(portion.slice(0, left).flat().join("\n"), screening)
      finds = added(finds, countsOf(found.finds))
      whole &&= !found.unchecked && portion.length <= left
      left -= portion.length
      await turn()
    }
  return { finds, whole }
}

/** Cells with everything masked that is found in them. What can't be looked at in time isn't shown. */
export async function maskedRows(rows: Rows): Promise<string[][]> {
  const made: string[][] = []
  for (const portion of portions(rows)) {
    const cells = (await maskedCells(portion.flat())).values()
    for (const row of portion) made.push(row.map(() => cells.next().value ?? ""))
    await turn()
  }
  return made
}

async function maskedCells(cells: readonly string[]): Promise<string[]> {
  const { screening } = await settings()
  let unchecked = false
  const made = await maskedParts(cells, async (text) => {
    const found = await screenBy(text, screening)
    unchecked ||= found.unchecked
    return found
  })
  return unchecked ? cells.map((cell) => (cell === "" ? "" : stars)) : made
}
