import { Agent } from "node:http"
import { asScript } from "./creating"
import { ask } from "./load"
import { listPath } from "./pages"
import { actionId, type Portal } from "./portal"
import { spreadOf } from "./rounds"
import type { Line } from "./table"

const rows = 10_000
const rounds = 3
const head = "工号,姓名,邮箱,手机,部门,岗位,直属上级工号,部门负责人,权限级别,入职日期,生日,状态"

/** Everybody new, so that a row costs all it can. */
function staffFile(round: number): Buffer {
  const people = Array.from({ length: rows }, (_, i) => {
    const manager = i < 100 ? "" : `B${round}-${i % 100}`
    return `B${round}-${i},赵子墨,b${round}.${i}@qibu.example,13800000000,分公司${i % 40}/第${i % 7}组,工程师,${manager},否,可编辑,2026-01-05,1995-01-01,在职`
  })
  return Buffer.from([head, ...people].join("\n"))
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const since = performance.now()
  const value = await work()
  return { value, ms: performance.now() - since }
}

/** What others wait longer meanwhile: one page after another, the slowest against the usual one. */
function watching({ port, company }: Portal) {
  const headers = { cookie: company.member.cookie }
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  let going = true
  const loop = (async () => {
    while (going) times.push((await ask(agent, port, { path: listPath, headers })).ms)
  })()
  return async () => {
    going = false
    await loop
    agent.destroy()
    const sorted = times.toSorted((a, b) => a - b)
    return (sorted.at(-1) ?? 0) - (sorted[Math.floor(sorted.length / 2)] ?? 0)
  }
}

async function importOnce(portal: Portal, round: number) {
  const { cookie } = portal.company.leader
  const site = `http://127.0.0.1:${portal.port}`
  const sent = await fetch(`${site}/files`, {
    method: "POST",
    headers: { cookie, "sec-fetch-site": "same-origin", "x-qibu-name": `staff-${round}.csv` },
    body: new Uint8Array(staffFile(round)),
  })
  const { value }: { value: { id: number } } = await sent.json()
  const path = `/admin/import?file=${value.id}`
  const agent = new Agent({ keepAlive: true })
  const stop = watching(portal)
  const preview = await timed(async () =>
    (await fetch(site + path, { headers: { cookie } })).text(),
  )
  const mark = /name="mark"[^>]*value="([\w-]+)"/.exec(preview.value)?.[1]
  if (!mark) throw new Error("the preview can't be imported")
  const action = actionId("importStaffAction")
  const fields = { file: String(value.id), mark }
  const asked = asScript({ port: portal.port, path, action, cookie, fields }, "state")
  const written = await timed(() => ask(agent, portal.port, asked))
  const lag = await stop()
  agent.destroy()
  if (!written.value.status.includes("→"))
    throw new Error(`the import was answered with ${written.value.status}`)
  return { preview: preview.ms / 1000, written: written.ms / 1000, lag }
}

/** G1.1: 10,000 new people from a file, and how long others wait for a page meanwhile. */
export async function measureImport(portal: Portal): Promise<Line[]> {
  const found: Awaited<ReturnType<typeof importOnce>>[] = []
  for (let round = 0; round < rounds; round++) found.push(await importOnce(portal, round))
  await portal.stop()
  const of = (field: "preview" | "written" | "lag") => spreadOf(found.map((it) => it[field]))
  return [
    { id: "P14", what: "importPreview", goal: { atMost: 5 }, unit: "s", portal: of("preview") },
    { id: "P14", what: "importWritten", goal: { atMost: 15 }, unit: "s", portal: of("written") },
    { id: "P14", what: "importLag", goal: { atMost: 200 }, unit: "ms", portal: of("lag") },
  ]
}
