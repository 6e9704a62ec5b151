import { mkdtempSync, readdirSync } from "node:fs"
import { rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { remove } from "./databases"

/** A folder for what the files of one run share; never kept for the next, so it can't be stale. */
export default function begin(): (() => Promise<void>) | undefined {
  // A run that a test starts is part of its run.
  if (process.env.QIBU_TEST_RUN) return
  const run = mkdtempSync(path.join(tmpdir(), "qibu-run-"))
  process.env.QIBU_TEST_RUN = run
  return async () => {
    for (const name of readdirSync(run)) await remove(path.join(run, name))
    await rm(run, { recursive: true })
  }
}
