import { join } from "node:path"
import Driver from "better-sqlite3"

/** Open as long as they are held: what nobody refers to is closed. */
const held = new Set()

/**
 * On SQLite a data folder has one portal: a second would not hear what is done at the first, and its
 * open pages would go on showing what is over. The system lets go when the process ends, however it
 * ends. Commands may work beside a portal.
 * @param wait milliseconds
 * @returns lets go of the folder; undefined when another portal has it
 */
export function takeFolder(folder, wait = 0) {
  const lock = new Driver(join(folder, "portal.lock"), { timeout: wait })
  try {
    lock.pragma("journal_mode = MEMORY")
    lock.exec("BEGIN EXCLUSIVE")
  } catch (error) {
    lock.close()
    if (error.code.startsWith("SQLITE_BUSY")) return undefined
    throw error
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}
