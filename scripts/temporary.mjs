import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { run } from "./process.mjs"

const inMemory = "/dev/shm"
/** Twice what the whole suite was seen to need at a time: 1.8 GB, with the copy of the portal that is upgraded. */
const needed = 4 * 1024 ** 3

/**
 * Makes the folder for what tests make and throw away, which goes when this process ends: in memory
 * where there is room and programs may run from it (copying a database of PostgreSQL takes a tenth
 * of the time there), else where the system keeps such things.
 * @returns {Promise<string>}
 */
export async function temporaryFolder() {
  const inside = !process.env.TMPDIR && (await fits()) ? inMemory : tmpdir()
  const folder = mkdtempSync(join(inside, "qibu-tests-"))
  // Servers that refuse to be root go through it.
  chmodSync(folder, 0o711)
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  // Memory is not left behind either when the run is broken off.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1))
  return folder
}

async function fits() {
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize >= needed && (await runsFrom(inMemory))
  } catch {
    return false
  }
}

async function runsFrom(parent) {
  const folder = mkdtempSync(join(parent, "qibu-"))
  const program = join(folder, "program")
  try {
    writeFileSync(program, "#!/bin/sh\n")
    chmodSync(program, 0o755)
    return (await run(program, [], { quiet: true })).code === 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}
