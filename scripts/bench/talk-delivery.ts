import { Agent } from "node:http"
import { ask, quantile } from "./load"
import { comparedOf, interleaved, spreadOf } from "./rounds"
import { type Listening, listen, streamAgent } from "./streams"
import type { Line } from "./table"
import { comeBack, losses } from "./talk-losses"
import { newestIn, openPages, say, type TalkBench, until } from "./talking"

const times = 20
const burst = 50
const patience = 5_000

interface Delivered {
  p50: number
  p99: number
}

/** One message after another; each waits until everybody heard it. */
async function deliver(
  streams: readonly Listening[],
  post: () => Promise<unknown>,
): Promise<Delivered> {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const since = performance.now()
    const heard: number[] = []
    await post()
    await until(() => {
      for (const stream of streams) heard.push(...stream.take())
      return heard.length >= streams.length
    }, patience)
    took.push(...heard.map((at) => at - since))
  }
  const sorted = took.toSorted((a, b) => a - b)
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}

/** Many messages at once. @returns deliveries in a second */
async function flood(streams: readonly Listening[], post: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  let [heard, last] = [0, since]
  await Promise.all(Array.from({ length: burst }, post))
  await until(() => {
    for (const stream of streams) {
      const arrived = stream.take()
      heard += arrived.length
      last = Math.max(last, ...arrived)
    }
    return heard >= streams.length * burst
  }, patience)
  return (heard * 1_000) / (last - since)
}

const words = {
  200: { p50: "said200P50", p99: "said200P99", flow: "said200Flow", lost: "said200Lost" },
  500: { p50: "said500P50", p99: "said500P99", flow: "said500Flow", lost: "said500Lost" },
} as const

/** P9: a message to 200 and 500 open pages of a group, against a stream that knows nobody. */
export async function measureTalkDelivery(bench: TalkBench): Promise<Line[]> {
  return [...(await deliveryTo(bench, 200)), ...(await deliveryTo(bench, 500))]
}

async function deliveryTo({ floor, many }: TalkBench, receivers: 200 | 500): Promise<Line[]> {
  const listening = streamAgent()
  const posting = new Agent({ keepAlive: true, maxSockets: 16 })
  const persons = many.talk.crowd.slice(0, receivers)
  const before = await newestIn(many, many.talk.everybody)
  const plain = await Promise.all(persons.map(() => listen(listening, floor.port, "/stream", "")))
  const pages = await openPages(listening, many, many.talk.everybody, persons)
  const commit = () => ask(posting, floor.port, { path: "/stream", method: "POST", body: "x" })
  let turn = 0
  const send = async () => {
    const person = persons[turn++ % persons.length]
    if (person) await say(posting, many, many.talk.everybody, person, `第 ${turn} 条，收到请回`)
  }
  const pairs = await interleaved(
    () => deliver(plain, commit),
    () => deliver(pages, send),
  )
  const floods = await interleaved(
    () => flood(plain, commit),
    () => flood(pages, send),
  )
  const heard = await comeBack(listening, many, pages, () =>
    Promise.all(Array.from({ length: burst }, send)),
  )
  const wrong = await losses(many, before, heard)
  for (const stream of [...plain, ...heard]) stream.close()
  listening.destroy()
  posting.destroy()
  const of = (field: keyof Delivered) =>
    comparedOf(pairs.map(({ floor, portal }) => ({ floor: floor[field], portal: portal[field] })))
  const { p50, p99, flow, lost } = words[receivers]
  return [
    { id: "P9", what: p50, goal: { atMost: 2 }, unit: "ms", ...of("p50") },
    { id: "P9", what: p99, goal: { atMost: 2 }, unit: "ms", ...of("p99") },
    { id: "P9", what: flow, goal: { atLeast: 0.5 }, unit: "perSecond", ...comparedOf(floods) },
    { id: "P9", what: lost, goal: { atMost: 0 }, unit: "times", portal: spreadOf([wrong]) },
  ]
}
