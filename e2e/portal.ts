import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { createInterface } from "node:readline"
import { startFrom } from "../tests/databases"

export interface Portal {
  /** `http://127.0.0.1:port` */
  url: string
  /** The data folder. */
  data: string
  process: ChildProcess
  /** Ends it as `kill` does. @returns its exit code and how long that took (ms) */
  stop(): Promise<{ code: number | null; ms: number }>
  /** Everything it printed so far. */
  printed(): string
}

interface PortalOptions {
  /** An existing data folder; without it a new one, which is deleted when the portal stops. */
  data?: string
  /** The sample company is there (the default), or nobody at all. */
  demo?: boolean
  env?: Record<string, string>
}

const root = path.join(import.meta.dirname, "..")
const readyWithin = 90_000

/** A portal of its own from what is built: a free port, a data folder that nobody else has. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const data = options.data ?? mkdtempSync(path.join(tmpdir(), "qibu-e2e-"))
  const empty = !options.env?.DATABASE_URL && readdirSync(data).length === 0
  // Loading the sample company is half of a portal's start: the first portal of a run does it.
  if (empty && options.demo !== false)
    await startFrom("demo", data, async () => {
      await (await start(data, { data })).stop()
    })
  return start(data, options)
}

async function start(data: string, options: PortalOptions): Promise<Portal> {
  const server = spawn(process.execPath, ["scripts/server.mjs"], {
    cwd: root,
    env: {
      ...ownEnv(),
      QIBU_DATA: data,
      ...(options.demo === false ? {} : { QIBU_DEMO: "1" }),
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  // A test that failed didn't come to stop it.
  const abandon = () => server.kill("SIGKILL")
  process.once("exit", abandon)
  server.once("exit", () => process.off("exit", abandon))
  const output: string[] = []
  server.stderr.setEncoding("utf8").on("data", (text) => output.push(text))
  const announced = await addressOf(server, output)
  // Behind another server it announces that one's address, and is asked at its own port.
  const { QIBU_URL, PORT } = options.env ?? {}
  const url = QIBU_URL ? `http://127.0.0.1:${PORT}` : announced
  return {
    url,
    data,
    process: server,
    printed: () => output.join(""),
    stop: async () => {
      const stopped = await stop(server)
      if (!options.data) rmSync(data, { recursive: true, force: true })
      return stopped
    },
  }
}

/** A person's own settings must not change what is tested. */
function ownEnv(): NodeJS.ProcessEnv {
  const aside =
    /^(QIBU_(?!BUILD$)|DATABASE_URL$|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$|npm_lifecycle_event$)/
  const kept = Object.entries(process.env).filter(([name]) => !aside.test(name))
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: "0",
    LANG: "C",
  }
}

function addressOf(server: ChildProcess, output: string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const fail = (why: string) => {
    server.kill("SIGKILL")
    reject(new Error(`${why}\n${output.join("")}`))
  }
  const late = setTimeout(() => fail("the portal was not ready in time"), readyWithin)
  const early = (code: number | null) => fail(`the portal ended with ${code} before it was ready`)
  server.once("exit", early)
  if (server.stdout)
    createInterface({ input: server.stdout }).on("line", (line) => {
      output.push(`${line}\n`)
      const address = /https?:\/\/[\w.:-]+/.exec(line)?.[0]
      if (address) resolve(address)
    })
  return promise.finally(() => {
    clearTimeout(late)
    server.off("exit", early)
  })
}

async function stop(server: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const begun = performance.now()
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((done) => server.once("exit", done))
    server.kill("SIGTERM")
    await ended
  }
  return { code: server.exitCode, ms: performance.now() - begun }
}
