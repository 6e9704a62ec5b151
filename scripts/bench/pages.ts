import type { Floor } from "./floor-app"
import type { Load, Loaded } from "./load"
import type { Portal } from "./portal"
import type { Server } from "./processes"
import { comparedOf, interleaved } from "./rounds"
import type { Line } from "./table"

export interface Bench {
  floor: Floor
  /** With 100,000 tasks. */
  large: Portal
  /** The same company with 1,000 tasks. */
  small: Portal
  load: (load: Load) => Promise<Loaded>
}

const connections = 8
const during = 1_500
/** Milliseconds that a server has been asked before it is measured: it compiles what it uses meanwhile. */
export const warm = 12_000

export const listPath = "/tasks?view=all"

/** Requests of one page by one person for a second or two, every answer a 200. */
export async function pageLoad(
  { load }: Pick<Bench, "load">,
  { port }: Server,
  path: string,
  cookie = "",
  { at = connections, ms = during } = {},
): Promise<Loaded> {
  const loaded = await load({
    port,
    requests: [{ path, headers: { cookie } }],
    connections: at,
    during: ms,
  })
  const wrong = Object.keys(loaded.statuses).filter((status) => status !== "200")
  if (wrong.length > 0) throw new Error(`${path} was answered with ${wrong.join(", ")}`)
  return loaded
}

async function against(bench: Bench, path: string, cookie: string) {
  const floor = () => pageLoad(bench, bench.floor, "/table")
  const portal = () => pageLoad(bench, bench.large, path, cookie)
  await pageLoad(bench, bench.floor, "/table", "", { ms: warm })
  await pageLoad(bench, bench.large, path, cookie, { ms: warm })
  return interleaved(floor, portal)
}

const figure = (
  pairs: readonly { floor: Loaded; portal: Loaded }[],
  of: (loaded: Loaded) => number,
) => comparedOf(pairs.map(({ floor, portal }) => ({ floor: of(floor), portal: of(portal) })))

/** P2: a list of fifty with shell and permissions against the same table from memory. */
export async function measureList(bench: Bench): Promise<Line[]> {
  const pairs = await against(bench, listPath, bench.large.company.member.cookie)
  return [
    {
      id: "P2",
      what: "list",
      goal: { atLeast: 0.8 },
      unit: "perSecond",
      ...figure(pairs, ({ perSecond }) => perSecond),
    },
    {
      id: "P2",
      what: "bytes",
      goal: { atMost: 1.5 },
      unit: "kB",
      ...figure(pairs, ({ bytes }) => bytes / 1000),
    },
    {
      id: "P2",
      what: "p99",
      goal: { atMost: 1.6 },
      unit: "ms",
      ...figure(pairs, ({ p99 }) => p99),
    },
  ]
}

/** P3: a task's page and 工作台 against that table. */
export async function measureDetails(bench: Bench): Promise<Line[]> {
  const { member, openTask } = bench.large.company
  const lines: Line[] = []
  for (const [what, path] of [
    ["detail", `/tasks/${openTask}`],
    ["home", "/"],
  ] as const) {
    const pairs = await against(bench, path, member.cookie)
    lines.push({
      id: "P3",
      what,
      goal: { atLeast: 0.7 },
      unit: "perSecond",
      ...figure(pairs, ({ perSecond }) => perSecond),
    })
  }
  return lines
}

const views = ["list", "detail", "search", "board", "timeline", "month", "byOwner"] as const

/** P8: the same pages with a hundred times the tasks, one request after another. */
export async function measureGrowth(bench: Bench): Promise<Line[]> {
  const paths = (portal: Portal) => ({
    list: listPath,
    detail: `/tasks/${portal.company.openTask}`,
    search: `/search?q=${encodeURIComponent("报表")}`,
    board: `${listPath}&as=board`,
    timeline: `${listPath}&as=timeline`,
    month: `${listPath}&as=calendar`,
    byOwner: `${listPath}&by=owner`,
  })
  const lines: Line[] = []
  for (const what of views) {
    const at = (portal: Portal) => () =>
      alone(bench, portal, paths(portal)[what], portal.company.member.cookie)
    lines.push(await growth(`${what}Growth`, at(bench.small), at(bench.large)))
  }
  const { leader, lastPage } = bench.large.company
  if (!lastPage) throw new Error("there is no page 1,000")
  const page = (path: string) => () => alone(bench, bench.large, path, leader.cookie)
  lines.push(await growth("keyset", page(listPath), page(`${listPath}&after=${lastPage}`)))
  return lines
}

const alone = async (bench: Bench, portal: Portal, path: string, cookie: string): Promise<number> =>
  (await pageLoad(bench, portal, path, cookie, { at: 1 })).p50

export async function growth(
  what: Line["what"],
  before: () => Promise<number>,
  after: () => Promise<number>,
): Promise<Line> {
  await before()
  await after()
  const pairs = await interleaved(before, after)
  return { id: "P8", what, goal: { atMost: 1.3 }, unit: "ms", ...comparedOf(pairs) }
}
