import { spawn } from "node:child_process"
import { constants } from "node:os"

const signals = ["SIGTERM", "SIGINT", "SIGHUP"]

/**
 * Runs a program to its end, or to this process's own if that comes first.
 * `quiet` keeps its output back (returned as `output`); otherwise it goes to the terminal.
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((done, fail) => {
    const stdio = quiet ? ["ignore", "pipe", "pipe"] : "inherit"
    const child = spawn(command, args, { stdio, ...options })
    let output = ""
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout?.setEncoding("utf8").on("data", keep)
    child.stderr?.setEncoding("utf8").on("data", keep)
    child.on("error", fail)
    child.on("close", (code, signal) => done({ code: code ?? exitCode(signal), output }))
    endWith(child)
  })
}

/** A build that went on alone would stand in the way of the next one. */
function endWith(child) {
  const leave = (signal) => {
    child.once("close", () => process.exit(exitCode(signal)))
    child.kill(signal)
  }
  const abandon = () => child.kill()
  for (const signal of signals) process.on(signal, leave)
  process.on("exit", abandon)
  const stopWatching = whenOrphaned(() => leave("SIGTERM"))
  child.once("close", () => {
    for (const signal of signals) process.off(signal, leave)
    process.off("exit", abandon)
    stopWatching()
  })
}

/** Hands this process over to another program: same terminal, signals passed on, its exit code kept. */
export function become(command, args, env) {
  const child = spawn(command, args, { stdio: "inherit", env })
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  whenOrphaned(() => child.kill("SIGTERM"))
  return new Promise((_, fail) => {
    child.on("error", fail)
    child.on("exit", (code, signal) => process.exit(code ?? exitCode(signal)))
  })
}

/**
 * Under npm a shell stands between: a SIGTERM to npm ends npm and the shell and never arrives here.
 * What does arrive is a new parent.
 * @returns stops watching for it
 */
export function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event) return () => {}
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 250)
  watch.unref()
  return () => clearInterval(watch)
}

function exitCode(signal) {
  return 128 + (constants.signals[signal] ?? 0)
}

/** A person's own settings must not change what is tested. */
export function cleanEnv() {
  const ours = /^(QIBU_|DATABASE_URL$|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$|FORCE_COLOR$)/
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name))
  return { ...Object.fromEntries(kept), NO_COLOR: "1" }
}
