/**
 * `npm run bench [-- P2 P6 … tasks|talk] [20000]`: measures what the machine can do (floors) and the portal, by turns,
 * on this machine's own address alone. It prints what it found; it never fails for a figure.
 * The number is how many tasks the small company of P8 has, 1,000 without one.
 */
import { mkdirSync } from "node:fs"
import { cpus, loadavg } from "node:os"
import { join } from "node:path"
import { measureCalendar } from "./bench/calendars"
import { measureCalls, measureSaying } from "./bench/calls"
import { measureCreating } from "./bench/creating"
import { measureExport } from "./bench/exporting"
import { measureScripts, measureTalkScript } from "./bench/first-load"
import { buildFloor, startFloor } from "./bench/floor-app"
import { measureImport } from "./bench/importing"
import { measureDelivery, measureMemory } from "./bench/living"
import { type Bench, measureDetails, measureGrowth, measureList } from "./bench/pages"
import { buildPortal, fillData, startPortal } from "./bench/portal"
import { endAll, loader } from "./bench/processes"
import { rounds } from "./bench/rounds"
import { measureScreening } from "./bench/screening"
import { type Line, printTable } from "./bench/table"
import { measureCrowd } from "./bench/talk-crowd"
import { measureTalkDelivery } from "./bench/talk-delivery"
import { measureEndpoints } from "./bench/talk-endpoints"
import { measureTalkGrowth } from "./bench/talk-growth"
import { measureTalkSearch } from "./bench/talk-search"
import { measureSteadyTalk } from "./bench/talk-steady"
import { fillTalk, sizes, startTalk, type TalkBench } from "./bench/talking"
import { words } from "./bench/words"
import { root } from "./ready.mjs"
import { language, refuse } from "./terminal.mjs"

const company = 200
const few = 1_000
const many = 100_000
const firstPort = Number(process.env.QIBU_BENCH_PORT || 4_601)

const given = process.argv.slice(2)
const smaller = Number(given.find((word) => /^\d+$/.test(word)) ?? few)

type Measures<B> = Record<string, (bench: B, cache: string) => Promise<Line[]>>

const taskMeasures: Measures<Bench> = {
  // Right after the start, before other measures have filled the process's memory.
  P13: measureMemory,
  P2: measureList,
  P3: measureDetails,
  P8: measureGrowth,
  P12: ({ large }) => measureScripts(large),
  P9: measureDelivery,
  P6: measureCreating,
  P14: async (bench, cache) => [
    ...(await measureExport(bench)),
    ...(await measureImport(
      await startPortal(await fillData(join(cache, "import"), company, few), firstPort + 3),
    )),
  ],
  P10: async (_, cache) => measureCalls(await fillData(join(cache, "calls"), company, few)),
  P15: async (_, cache) => measureCalendar(await fillData(join(cache, "calls"), company, few)),
  P16: measureScreening,
}

const talkMeasures: Measures<TalkBench> = {
  P12: measureTalkScript,
  P8: measureTalkGrowth,
  P5: measureTalkSearch,
  P11: measureEndpoints,
  P9: async (bench) => [...(await measureTalkDelivery(bench)), ...(await measureSteadyTalk(bench))],
  P14: measureCrowd,
  P10: async (_, cache) => measureSaying(await fillTalk(join(cache, "calls"), sizes.few)),
}

const say = (word: keyof typeof words.zh, ...values: (string | number)[]): string =>
  words[language][word].replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]))

const timed = async <T>(word: string, work: () => Promise<T>): Promise<T> => {
  const since = performance.now()
  const result = await work()
  console.log(`${word}: ${((performance.now() - since) / 1000).toFixed(1)} s`)
  return result
}

type Base = Pick<Bench, "floor" | "load">

async function start(cache: string): Promise<Base> {
  const floor = join(cache, "floor")
  await timed(say("building"), async () => {
    await buildPortal()
    await buildFloor(floor)
  })
  return { floor: await startFloor(floor, firstPort), load: loader() }
}

const startTasks = (cache: string, base: Base): Promise<Bench> =>
  timed(say("filling"), async () => ({
    ...base,
    small: await startPortal(await fillData(cache, company, smaller), firstPort + 1),
    large: await startPortal(await fillData(cache, company, many), firstPort + 2),
  }))

/** What one part measures; its portals run only meanwhile. */
async function measurePart<B extends Base>(
  names: readonly string[],
  measures: Measures<B>,
  bench: () => Promise<B>,
  cache: string,
): Promise<Line[]> {
  const chosen = Object.entries(measures).filter(
    ([name]) => names.length === 0 || names.includes(name),
  )
  if (chosen.length === 0) return []
  const started = await bench()
  const lines: Line[] = []
  for (const [name, measure] of chosen) {
    const measured = timed(say("measuring", name), () => measure(started, cache))
    // What can't be measured is said, and the rest goes on.
    lines.push(...((await measured.catch((error) => console.error(error))) ?? []))
  }
  return lines
}

async function measureAll(names: readonly string[], parts: readonly string[]): Promise<void> {
  const cache = join(root, ".cache", "bench")
  mkdirSync(cache, { recursive: true })
  const before = loadavg()[0] ?? 0
  const base = await start(cache)
  const lines: Line[] = []
  if (parts.includes("tasks")) {
    const bench = () => startTasks(cache, base)
    lines.push(...(await measurePart(names, taskMeasures, bench, cache)))
  }
  if (parts.includes("talk")) {
    const bench = () => timed(say("filling"), () => startTalk(cache, base, firstPort + 4))
    lines.push(...(await measurePart(names, talkMeasures, bench, cache)))
  }
  const [cpu] = cpus()
  const load = [before, loadavg()[0] ?? 0].map((value) => value.toFixed(1))
  console.log(`\n${say("conditions", cpus().length, cpu?.model ?? "", rounds, ...load)}\n`)
  printTable(lines.toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1))))
}

const parts = ["tasks", "talk"]
const known = [...new Set([taskMeasures, talkMeasures].flatMap((part) => Object.keys(part)))]
const asked = given.filter((word) => word !== String(smaller))
const unknown = asked.filter((name) => !known.includes(name) && !parts.includes(name))
if (unknown.length > 0) refuse(say("unknown", unknown.join(", "), [...known, ...parts].join(", ")))
const askedParts = parts.filter((part) => asked.includes(part))
try {
  await measureAll(
    asked.filter((name) => known.includes(name)),
    askedParts.length > 0 ? askedParts : parts,
  )
} finally {
  endAll()
}
process.exit()
