import { readFileSync } from "node:fs"
import { Agent } from "node:http"
import { asScript } from "./creating"
import { ask, quantile } from "./load"
import type { SignedIn } from "./measured"
import { type Bench, listPath } from "./pages"
import { actionId, type Portal } from "./portal"
import type { Server } from "./processes"
import { comparedOf, interleaved, spreadOf } from "./rounds"
import { type Listening, listen, streamAgent } from "./streams"
import type { Line } from "./table"

const people = 200
const receivers = 500
const changes = 20
const patience = 2_000

/** A page's stream, with the topics that the page of the shared task listens to. */
async function listenAt(portal: Portal, agent: Agent, person: SignedIn): Promise<Listening> {
  const stream = await listen(agent, portal.port, "/events", person.cookie)
  const { stream: id }: { stream: string } = JSON.parse(stream.hello)
  const add = [`person:${person.personId}`, `task:${portal.company.roomTask}`]
  const answer = await fetch(`http://127.0.0.1:${portal.port}/events`, {
    method: "POST",
    headers: {
      cookie: person.cookie,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
    },
    body: JSON.stringify({ stream: id, add, remove: [] }),
  })
  const { refused }: { refused: string[] } = await answer.json()
  if (refused.length > 0) throw new Error(`a stream may not hear ${refused.join(", ")}`)
  return stream
}

interface Delivered {
  p50: number
  p99: number
  lost: number
  doubled: number
}

/** One change after another; each waits until everybody heard of it, or two seconds. */
async function deliver(
  streams: readonly Listening[],
  change: () => Promise<unknown>,
): Promise<Delivered> {
  const times: number[] = []
  let [lost, doubled] = [0, 0]
  for (let i = 0; i < changes; i++) {
    const since = performance.now()
    const heard: number[] = []
    await change()
    while (heard.length < streams.length && performance.now() - since < patience) {
      await new Promise((done) => setTimeout(done, 5))
      for (const stream of streams) heard.push(...stream.take())
    }
    lost += Math.max(0, streams.length - heard.length)
    doubled += Math.max(0, heard.length - streams.length)
    times.push(...heard.map((at) => at - since))
  }
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), lost, doubled }
}

/** 500 open pages of one task, a comment on it, and the same with a stream that knows nobody. */
export async function measureDelivery({ floor, large }: Bench): Promise<Line[]> {
  const [agent, poster] = [streamAgent(), new Agent({ keepAlive: true })]
  const open = (at: readonly SignedIn[], one: (person: SignedIn) => Promise<Listening>) =>
    Promise.all(at.map(one))
  const persons = large.company.listeners.slice(0, receivers)
  const plain = await open(persons, () => listen(agent, floor.port, "/stream", ""))
  const full = await open(persons, (person) => listenAt(large, agent, person))
  const commit = () => ask(poster, floor.port, { path: "/stream", method: "POST", body: "x" })
  const comment = commenting(large, poster)
  const pairs = await interleaved(
    () => deliver(plain, commit),
    () => deliver(full, comment),
  )
  for (const stream of [...plain, ...full]) stream.close()
  const of = (field: keyof Delivered) =>
    comparedOf(pairs.map(({ floor, portal }) => ({ floor: floor[field], portal: portal[field] })))
  const sum = (field: "lost" | "doubled") =>
    spreadOf([pairs.reduce((all, { portal }) => all + portal[field], 0)])
  return [
    { id: "P9", what: "liveP50", goal: { atMost: 2 }, unit: "ms", ...of("p50") },
    { id: "P9", what: "liveP99", goal: { atMost: 2 }, unit: "ms", ...of("p99") },
    { id: "P9", what: "lost", goal: { atMost: 0 }, unit: "times", portal: sum("lost") },
    { id: "P9", what: "doubled", goal: { atMost: 0 }, unit: "times", portal: sum("doubled") },
  ]
}

/** A comment through its server action, by one person after another: each has a limit. */
function commenting({ port, company }: Portal, agent: Agent): () => Promise<unknown> {
  const action = actionId("commentTaskAction")
  let turn = 0
  return async () => {
    const { cookie = "" } = company.listeners[turn++ % company.listeners.length] ?? {}
    const fields = { id: String(company.roomTask), body: `第 ${turn} 条` }
    const sent = { port, path: `/tasks/${company.roomTask}`, action, cookie, fields }
    const { status } = await ask(agent, port, asScript(sent, "state"))
    if (status !== "200") throw new Error(`commenting was answered with ${status}`)
  }
}

/** P13: memory while 200 people are live, each having opened their list and their task. */
export async function measureMemory({ large }: Bench): Promise<Line[]> {
  const agent = streamAgent()
  const persons = large.company.makers.slice(0, people)
  const streams: Listening[] = []
  for (const person of persons) {
    const { cookie } = person
    await ask(agent, large.port, { path: listPath, headers: { cookie } })
    streams.push(await listen(agent, large.port, "/events", cookie))
  }
  const used = memoryOf(large)
  for (const stream of streams) stream.close()
  return [
    { id: "P13", what: "memory", goal: { atMost: 400 }, unit: "MB", portal: spreadOf([used]) },
    {
      id: "P13",
      what: "start",
      goal: { atMost: 1.2 },
      unit: "s",
      portal: spreadOf([large.startedIn / 1000]),
    },
  ]
}

/** Resident memory in MB, as the kernel counts it. */
function memoryOf({ pid }: Server): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8")
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1000
}
