import { existsSync } from "node:fs"
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import Driver from "better-sqlite3"
import pg from "pg"

/** The PostgreSQL that the run is for; without it a database is a file of its data folder. */
const server = process.env.QIBU_TEST_POSTGRES

/** On the server a database is called as its data folder is. */
const named = (folder: string) => `"${path.basename(folder)}"`

export const addressOf = (folder: string): string | undefined =>
  server && Object.assign(new URL(server), { pathname: `/${path.basename(folder)}` }).href

/** @returns a data folder of its own; a database isn't there yet */
export const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), "qibu-test-"))

/** Empties a data folder and its database, which nobody may have open. */
export async function empty(folder: string): Promise<void> {
  await remove(folder)
  await mkdir(folder)
  await onServer(`create database ${named(folder)}`)
}

export async function remove(folder: string): Promise<void> {
  await onServer(`drop database if exists ${named(folder)} with (force)`)
  await rm(folder, { recursive: true, force: true })
}

async function copy(from: string, to: string): Promise<void> {
  await remove(to)
  // The server's other way writes the whole copy into its log first, which takes four times as long.
  await onServer(`create database ${named(to)} template ${named(from)} strategy file_copy`)
  await cp(from, to, { recursive: true })
}

/**
 * A data folder with its database becomes as `make` leaves it. It makes the first of a name in a
 * run of the tests, and closes it; the others are copies.
 */
export async function startFrom(
  name: string,
  folder: string,
  make: () => Promise<void>,
): Promise<void> {
  const run = process.env.QIBU_TEST_RUN ?? ""
  const kept = path.join(run, `${path.basename(run)}-${name}`)
  const whole = `${kept}.whole`
  if (!existsSync(whole)) {
    // Of several processes one makes it while those who need it wait; the lock ends with its process.
    const turn = new Driver(`${kept}.turn`, { timeout: 120_000 })
    try {
      turn.exec("begin exclusive")
      if (!existsSync(whole)) {
        await make()
        // A server that runs counts its rows by itself, within minutes.
        await onServer("analyze", addressOf(folder))
        await copy(folder, kept)
        return await writeFile(whole, "")
      }
    } finally {
      turn.close()
    }
  }
  await copy(kept, folder)
}

async function onServer(statement: string, address = server): Promise<void> {
  if (!address) return
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
