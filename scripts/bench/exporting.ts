import { type Bench, listPath, pageLoad } from "./pages"
import type { Portal } from "./portal"
import { comparedOf, interleaved, spreadOf } from "./rounds"
import type { Line } from "./table"

/** Everything that the leader sees, as one sheet: 100,000 rows. */
async function exported({ port, company }: Portal, file: "csv" | "xlsx"): Promise<number> {
  const since = performance.now()
  const address = `http://127.0.0.1:${port}/tasks/export?view=all&file=${file}`
  const answer = await fetch(address, {
    headers: { cookie: company.leader.cookie, "sec-fetch-site": "same-origin" },
  })
  if (!answer.ok) throw new Error(`the export was answered with ${answer.status}`)
  for await (const _ of answer.body ?? []);
  return (performance.now() - since) / 1000
}

/** P14: how long 100,000 rows take, and how others' lists fare meanwhile. */
export async function measureExport(bench: Bench): Promise<Line[]> {
  const { large } = bench
  const { cookie } = large.company.member
  const lists = async () =>
    (await pageLoad(bench, large, listPath, cookie, { at: 2, ms: 3_000 })).p99
  const took: number[] = []
  const during = async () => {
    let going = true
    const files = (async () => {
      while (going) took.push(await exported(large, "xlsx"))
    })()
    const slowest = lists().finally(() => {
      going = false
    })
    const [p99] = await Promise.all([slowest, files])
    return p99
  }
  await lists()
  const pairs = await interleaved(lists, during)
  return [
    { id: "P14", what: "exportList", goal: { atMost: 2 }, unit: "ms", ...comparedOf(pairs) },
    { id: "P14", what: "exported", goal: { atMost: 60 }, unit: "s", portal: spreadOf(took) },
  ]
}
