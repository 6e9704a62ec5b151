/** A process of its own that asks a server as fast as it answers, over a fixed set of connections. */
import { Agent, type IncomingMessage, request } from "node:http"

export interface Asked {
  path: string
  method?: "GET" | "POST"
  headers?: Record<string, string>
  body?: string
}

export interface Load {
  port: number
  /** Asked in turn, over and over. */
  requests: readonly Asked[]
  connections: number
  /** Milliseconds after which no further request is begun. */
  during: number
}

export interface Loaded {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Mean size of an answer's body. */
  bytes: number
  /** How often each status was answered. */
  statuses: Record<string, number>
}

interface Answer {
  /** With `→` when a script is told to go on to another page. */
  status: string
  bytes: number
  ms: number
}

/** One request to this machine, its body read to the end. */
export function ask(agent: Agent, port: number, asked: Asked): Promise<Answer> {
  const since = performance.now()
  const { path, method = "GET", headers = {}, body } = asked
  return new Promise((done, fail) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent }, (answer) => {
      let bytes = 0
      answer.on("data", (part: Buffer) => {
        bytes += part.length
      })
      answer.on("error", fail)
      answer.on("end", () =>
        done({ status: statusOf(answer), bytes, ms: performance.now() - since }),
      )
    })
    sent.on("error", fail)
    sent.end(body)
  })
}

const statusOf = ({ statusCode, headers }: IncomingMessage): string =>
  `${statusCode}${headers["x-action-redirect"] ? "→" : ""}`

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

async function run({ port, requests, connections, during }: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const answers: Answer[] = []
  const since = performance.now()
  let turn = 0
  const asking = async () => {
    while (performance.now() - since < during) {
      const asked = requests[turn++ % requests.length]
      if (asked) answers.push(await ask(agent, port, asked))
    }
  }
  await Promise.all(Array.from({ length: connections }, asking))
  const seconds = (performance.now() - since) / 1000
  agent.destroy()
  const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const statuses = Object.entries(Object.groupBy(answers, ({ status }) => status))
  return {
    perSecond: answers.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(1, answers.length),
    statuses: Object.fromEntries(statuses.map(([status, of]) => [status, of?.length ?? 0])),
  }
}

if (import.meta.main)
  process.on("message", (load: Load) => {
    run(load).then(
      (loaded) => process.send?.({ loaded }),
      (error) => process.send?.({ failed: String(error) }),
    )
  })
