/**
 * The portal's process: an HTTP server around Next. `node scripts/server.mjs` serves what is built;
 * `npm start` and `npm run dev` come here after their preparations.
 */
import { accessSync, constants, mkdirSync } from "node:fs"
import { createServer } from "node:http"
import { enableCompileCache, flushCompileCache } from "node:module"
import { networkInterfaces } from "node:os"
import { join } from "node:path"
import { takeFolder } from "./alone.mjs"
import { buildEnv, buildFolder, readStamp } from "./build.mjs"
import { demoAccounts, demoPassword } from "./demo-accounts.mjs"
import { whenOrphaned } from "./process.mjs"
import { root } from "./ready.mjs"
import { followUpgrades, stopServer } from "./stopping.mjs"
import { begin, refuse, say, sentence, step } from "./terminal.mjs"
import { whyNot } from "./why-not.mjs"

/** What a portal that was asked to stop may take, and a little (ms). */
const stopsWithin = 6_000

// Half of a start is compiling: what one start compiled, the next one reads.
if (process.argv[2] !== "dev") enableCompileCache(join(buildFolder(), "compiled"))
const { settingsOrRefuse } = await import("./settings.mjs")
const { settleAddress, trustOf } = await import("./forwarded.ts")
const { dressAnswer } = await import("./answer-headers.ts")
const { answeringUnread } = await import("./reached.ts")
const { refusalOf } = await import("./refusals.ts")
const { settleWhole } = await import("./whole-page.ts")

/** Serves until SIGTERM or SIGINT, then ends the process. */
export async function serve({ dev = false } = {}) {
  const settings = settingsOrRefuse()
  prepareEnv(dev)
  const { server, port } = await listen(settings)
  takeData(settings)
  // Where Next asks for the page that an action leads to: behind a proxy it would try https here.
  process.env.__NEXT_PRIVATE_ORIGIN = localAddress(settings.host, port)
  if (dev) followUpgrades(server)
  stopOnSignal(server)
  await step("starting", () => attach(server, settings, dev, port)).catch((error) =>
    refuse(whyNot(error, settings.data) ?? sentence("startFailed", error?.stack ?? error)),
  )
  announce(settings, port)
  if (!dev) setTimeout(flushCompileCache, 5_000).unref()
}

function prepareEnv(dev) {
  process.env.NODE_ENV = dev ? "development" : "production"
  process.env.NEXT_MANUAL_SIG_HANDLE = "1"
  process.env.NEXT_TELEMETRY_DISABLED = "1"
  if (dev) return
  const stamp = readStamp()
  if (!stamp) refuse(sentence("noBuild"))
  Object.assign(process.env, buildEnv(stamp))
}

/** Takes the port first, so that a taken one is refused before anything else happens. */
function listen({ port, host }) {
  // A proxy in front keeps idle connections up to a minute; ours must outlast them.
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 70_000 })
  return new Promise((done) => {
    server.once("error", (error) => refuse(refusal(error, port, host)))
    server.listen({ port, host }, () => done({ server, port: server.address().port }))
  })
}

/** Ends the process with one line when port or data folder can't be had; used before a long build. */
export async function probe(settings) {
  const { server } = await listen(settings)
  await new Promise((done) => server.close(done))
  takeData(settings)?.()
}

/** @returns lets go of the data folder; nothing where portals share a PostgreSQL */
function takeData({ data, databaseUrl }) {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    accessSync(data, constants.W_OK)
    return databaseUrl
      ? undefined
      : (takeFolder(data, stopsWithin) ?? refuse(sentence("folderTaken", data)))
  } catch (error) {
    return refuse(whyNot(error, data) ?? String(error?.stack ?? error))
  }
}

function refusal(error, port, host) {
  if (error.code === "EADDRINUSE") return sentence("portTaken", port, port + 1)
  return sentence("portRefused", `${host ?? ""}:${port}`, error.code)
}

async function attach(server, settings, dev, port) {
  const trusted = trustOf(settings.trustedProxies)
  const dress = { https: Boolean(settings.url?.startsWith("https:")), dev }
  const { default: next } = await import("next")
  const waiting = holdRequests(server)
  const started = dev ? undefined : startHook()
  const app = next({
    dev,
    dir: root,
    quiet: true,
    port,
    hostname: settings.host ?? "localhost",
    httpServer: server,
  })
  await Promise.all([app.prepare(), started])
  const handle = app.getRequestHandler()
  const answer = (request, response) => {
    settleAddress(request, trusted)
    settleWhole(request)
    response.once(
      "finish",
      () => response.statusCode === 404 && globalThis.__qibuNotGiven?.(request),
    )
    const refused = refusalOf(request, settings.url)
    if (refused) response.writeHead(refused, { connection: "close", ...allowed(refused) }).end()
    else if (!dev && globalThis.__qibuQuickWay?.(request, response)) return
    else {
      dressAnswer(request, response, dress)
      answeringUnread(request, response, () => handle(request, response))
    }
  }
  server.on("request", answer)
  for (const [request, response] of waiting()) answer(request, response)
}

/** What a file may be asked for with, which HTTP has said along (RFC 9110, 15.5.6). */
const allowed = (refused) => (refused === 405 ? { allow: "GET, HEAD" } : {})

/** Settles with the start hook (lib/start-up.ts): Next begins it, and waits for it in development alone. */
function startHook() {
  globalThis.__qibuStarted = Promise.withResolvers()
  globalThis.__qibuUpgrading = () => begin("upgrading")
  return globalThis.__qibuStarted.promise
}

/** Requests that come while the portal is starting wait for it instead of being refused. */
function holdRequests(server) {
  const held = []
  const hold = (request, response) => held.push([request, response])
  server.on("request", hold)
  return () => {
    server.off("request", hold)
    return held
  }
}

function announce({ host, url, demo }, port) {
  const local = localAddress(host, port)
  const address = url ?? local
  say("ready", address)
  const lan = host && host !== "0.0.0.0" && host !== "::" ? undefined : lanAddress()
  if (!url && lan) say("readyAlso", `http://${lan}:${port}`)
  if (!url && !demo) say("noAddress", local)
  if (globalThis.__qibuSetupCode) say("setup", `${address}/setup`, globalThis.__qibuSetupCode)
  if (!demo) return
  say("demo", demoPassword)
  console.log(demoAccounts().join("\n"))
}

function localAddress(host, port) {
  return `http://${!host || host === "0.0.0.0" || host === "::" ? "localhost" : bracketed(host)}:${port}`
}

function bracketed(host) {
  return host.includes(":") ? `[${host}]` : host
}

function lanAddress() {
  const all = Object.values(networkInterfaces()).flat()
  return all.find((entry) => entry && !entry.internal && entry.family === "IPv4")?.address
}

function stopOnSignal(server) {
  let stopping = false
  const stop = async () => {
    // A terminal's Ctrl+C may arrive twice, once by way of npm.
    if (stopping) return
    stopping = true
    say("stopping")
    const inTime = await stopServer(server, globalThis.__qibuShutdown)
    say(inTime ? "stopped" : "stopLate")
    process.exit(inTime ? 0 : 1)
  }
  process.on("SIGTERM", stop)
  process.on("SIGINT", stop)
  whenOrphaned(stop)
}

if (import.meta.main) await serve()
