import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { writeArchive } from "../db/backups/archive.ts"
import { allowedName, type Manifest } from "../db/backups/manifest.ts"
import type { Env } from "../lib/platform/env.ts"
import { dumpPostgres } from "./postgres-copy.ts"
import { copySqlite } from "./sqlite-copy.ts"

/**
 * Writes a backup of a portal that may be running: the database first, then the stored files it
 * knows of, the secrets if asked, and a manifest. FILE appears only when it is whole.
 */
export async function makeBackup(
  env: Env,
  target: string,
  withSecrets: boolean,
): Promise<Manifest> {
  const file = resolve(target)
  const work = mkdtempSync(join(dirname(file), ".qibu-backup-"))
  try {
    const name = env.databaseUrl ? "database.jsonl" : "database.db"
    const copy = env.databaseUrl
      ? await dumpPostgres(env.databaseUrl, join(work, name))
      : copySqlite(join(env.data, "qibu.db"), join(work, name))
    const sources: [string, string][] = [[name, join(work, name)], ...stored(env.data)]
    const secrets = join(env.data, "secrets.json")
    // A portal that was never started has none yet.
    if (withSecrets && existsSync(secrets)) sources.push(["secrets.json", secrets])
    return await writeArchive(file, sources, copy, join(work, "archive"))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * Stored files never change once written, so they are read while the portal runs. What somebody
 * else laid there no restore would take.
 */
function stored(data: string): [string, string][] {
  const folder = join(data, "files")
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path): [string, string] => [relative(data, path).replaceAll("\\", "/"), path])
    .filter(([name]) => allowedName.test(name))
}
