import { env, WrongEnvironment } from "../lib/platform/env.ts"
import { refuse } from "./terminal.mjs"

/**
 * The checked environment, or the end of the process with one line. Whatever is written from here on
 * (databases, backups, keys), also by a build, is for the account that keeps the portal.
 */
export function settingsOrRefuse() {
  process.umask(0o077)
  try {
    return env()
  } catch (error) {
    if (error instanceof WrongEnvironment) return refuse(error.message)
    throw error
  }
}
