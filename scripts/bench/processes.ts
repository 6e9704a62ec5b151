import { type ChildProcess, fork, spawn } from "node:child_process"
import { join } from "node:path"
import { root } from "../ready.mjs"
import type { Load, Loaded } from "./load"

const alias = join(root, "scripts", "alias.mjs")
const here = join(root, "scripts", "bench")
const patience = 60_000

/** Everything this run started; ended with it whatever happens. */
const started = new Set<ChildProcess>()

export function endAll(): void {
  for (const child of started) child.kill("SIGKILL")
}

function keep<C extends ChildProcess>(child: C): C {
  started.add(child)
  child.on("exit", () => started.delete(child))
  return child
}

export interface Server {
  port: number
  pid: number
  /** Milliseconds from the start of the process to its first answer. */
  startedIn: number
  stop(): Promise<void>
}

/** Starts a server and waits until `path` is answered with 200. */
export async function serve(
  args: readonly string[],
  {
    port,
    path,
    cwd = root,
    env,
  }: { port: number; path: string; cwd?: string; env: Record<string, string> },
): Promise<Server> {
  const since = performance.now()
  const options = { cwd, env: { ...clean(), ...env } }
  const child = keep(
    spawn(process.execPath, [...args], { ...options, stdio: ["ignore", "ignore", "pipe"] }),
  )
  let said = ""
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2_000)
  })
  while (!(await answers(port, path))) {
    if (child.exitCode !== null || performance.now() - since > patience)
      throw new Error(`no answer on ${port}\n${said}`)
    await new Promise((done) => setTimeout(done, 10))
  }
  const gone = new Promise<void>((done) => child.on("exit", () => done()))
  const stop = () => {
    child.kill("SIGTERM")
    return gone
  }
  return { port, pid: child.pid ?? 0, startedIn: performance.now() - since, stop }
}

const answers = (port: number, path: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    (answer) => answer.ok,
    () => false,
  )

/** A person's own settings must not change what is measured. */
function clean(): NodeJS.ProcessEnv {
  const ours = /^(QIBU_|DATABASE_URL$|PORT$|HOST$|NODE_OPTIONS$|npm_)/
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
    NODE_ENV: "production",
  }
}

/** Runs `scripts/bench/NAME.ts` with the portal's own modules and returns what it sends back. */
export function measureIn<T>(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
  isAnswer: (value: unknown) => value is T,
): Promise<T> {
  const execArgv = ["--import", alias]
  const child = keep(
    fork(join(here, `${name}.ts`), [...args], { execArgv, env: { ...clean(), ...env } }),
  )
  return new Promise((done, fail) => {
    child.on("message", (message) => (isAnswer(message) ? done(message) : undefined))
    child.on("exit", (code) => fail(new Error(`${name} ended with ${code} and no answer`)))
  })
}

/** The load generator's process. */
export function loader(): (load: Load) => Promise<Loaded> {
  const child = keep(fork(join(here, "load.ts"), { execArgv: ["--import", alias], env: clean() }))
  return (load) =>
    new Promise((done, fail) => {
      child.once("message", (answer: { loaded: Loaded } | { failed: string }) =>
        "loaded" in answer ? done(answer.loaded) : fail(new Error(answer.failed)),
      )
      child.send(load)
    })
}
