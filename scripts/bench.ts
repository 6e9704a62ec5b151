/**
 * `npm run bench [-- P2 P6 …]`: measures what the machine can do (floors) and the portal, by turns,
 * on this machine's own address alone. It prints what it found; it never fails for a figure.
 */
import { mkdirSync } from "node:fs"
import { cpus, loadavg } from "node:os"
import { join } from "node:path"
import { measureCalls } from "./bench/calls"
import { measureCreating } from "./bench/creating"
import { measureScripts } from "./bench/first-load"
import { buildFloor, startFloor } from "./bench/floor-app"
import { measureImport } from "./bench/importing"
import { measureDelivery, measureMemory } from "./bench/living"
import { type Bench, measureDetails, measureGrowth, measureList } from "./bench/pages"
import { buildPortal, fillData, startPortal } from "./bench/portal"
import { endAll, loader } from "./bench/processes"
import { rounds } from "./bench/rounds"
import { type Line, printTable } from "./bench/table"
import { words } from "./bench/words"
import { root } from "./ready.mjs"
import { language, refuse } from "./terminal.mjs"

const company = 200
const few = 1_000
const many = 100_000
const firstPort = Number(process.env.QIBU_BENCH_PORT || 4_601)

const measures: Record<string, (bench: Bench, cache: string) => Promise<Line[]>> = {
  // Right after the start, before other measures have filled the process's memory.
  P13: measureMemory,
  P2: measureList,
  P3: measureDetails,
  P8: measureGrowth,
  P12: ({ large }) => measureScripts(large),
  P9: measureDelivery,
  P6: measureCreating,
  P14: async (_, cache) =>
    measureImport(
      await startPortal(await fillData(join(cache, "import"), company, few), firstPort + 3),
    ),
  P10: async (_, cache) => measureCalls(await fillData(join(cache, "calls"), company, few)),
}

const say = (word: keyof typeof words.zh, ...values: (string | number)[]): string =>
  words[language][word].replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]))

const timed = async <T>(word: string, work: () => Promise<T>): Promise<T> => {
  const since = performance.now()
  const result = await work()
  console.log(`${word}: ${((performance.now() - since) / 1000).toFixed(1)} s`)
  return result
}

async function start(cache: string): Promise<Bench> {
  const floor = join(cache, "floor")
  await timed(say("building"), async () => {
    await buildPortal()
    await buildFloor(floor)
  })
  const [small, large] = await timed(say("filling"), async () => [
    await fillData(cache, company, few),
    await fillData(cache, company, many),
  ])
  return {
    floor: await startFloor(floor, firstPort),
    small: await startPortal(small, firstPort + 1),
    large: await startPortal(large, firstPort + 2),
    load: loader(),
  }
}

async function measureAll(names: readonly string[]): Promise<void> {
  const cache = join(root, ".cache", "bench")
  mkdirSync(cache, { recursive: true })
  const before = loadavg()[0] ?? 0
  const bench = await start(cache)
  const lines: Line[] = []
  for (const name of names) {
    const measured = timed(say("measuring", name), async () => measures[name]?.(bench, cache))
    // What can't be measured is said, and the rest goes on.
    lines.push(...((await measured.catch((error) => console.error(error))) ?? []))
  }
  await Promise.all([bench.floor, bench.small, bench.large].map((server) => server.stop()))
  const [cpu] = cpus()
  const load = [before, loadavg()[0] ?? 0].map((value) => value.toFixed(1))
  console.log(`\n${say("conditions", cpus().length, cpu?.model ?? "", rounds, ...load)}\n`)
  printTable(lines.toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1))))
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !measures[name])
if (unknown.length > 0) refuse(say("unknown", unknown.join(", "), Object.keys(measures).join(", ")))
try {
  await measureAll(
    named.length > 0
      ? Object.keys(measures).filter((name) => named.includes(name))
      : Object.keys(measures),
  )
} finally {
  endAll()
}
process.exit()
