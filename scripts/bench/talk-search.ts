import { pageLoad } from "./pages"
import { measureIn } from "./processes"
import { comparedOf, interleaved, type Spread, spreadOf } from "./rounds"
import type { Line } from "./table"
import type { TalkBench } from "./talking"

const kinds = ["present", "absent", "rareRoom", "noAccess"] as const
type Found = Record<(typeof kinds)[number], number[]>

const isFound = (value: unknown): value is Found =>
  typeof value === "object" && value !== null && kinds.every((kind) => kind in value)

const names = {
  present: "searchPresent",
  absent: "searchAbsent",
  rareRoom: "searchRareRoom",
  noAccess: "searchNoAccess",
} as const

/** P5: queries of one to four characters over 1,000,000 messages, and the page against an empty one. */
export async function measureTalkSearch(bench: TalkBench): Promise<Line[]> {
  const found = await measureIn("searching", [], { QIBU_DATA: bench.many.data }, isFound)
  const lines = kinds.map((kind): Line => {
    const portal: Spread = spreadOf(found[kind])
    return { id: "P5", what: names[kind], goal: { atMost: 20 }, unit: "ms", portal }
  })
  const { many, floor } = bench
  const path = `/search?q=${encodeURIComponent("出库")}`
  const alone = { at: 1 }
  const empty = async () => (await pageLoad(bench, floor, "/empty", "", alone)).p50
  const page = async () => (await pageLoad(bench, many, path, many.talk.reader.cookie, alone)).p50
  await empty()
  await page()
  const pairs = comparedOf(await interleaved(empty, page))
  return [...lines, { id: "P5", what: "searchPage", goal: { atMost: 2.2 }, unit: "ms", ...pairs }]
}
