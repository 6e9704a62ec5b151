import { env, WrongEnvironment } from "../lib/platform/env.ts"
import { refuse } from "./terminal.mjs"

/** The checked environment, or the end of the process with one line. */
export function settingsOrRefuse() {
  try {
    return env()
  } catch (error) {
    if (error instanceof WrongEnvironment) return refuse(error.message)
    throw error
  }
}
