import { existsSync } from "node:fs"
import { join } from "node:path"
import { env } from "../lib/platform/env.ts"
import { sealingWords } from "../lib/platform/sealing-words.ts"
import { language, refuse } from "./terminal.mjs"
import { whyNot } from "./why-not.mjs"

/** What the way to a server, or the server itself, says to whom it doesn't let in. */
const outside = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|08|28|3D|57P03)/

const none = () => refuse(sealingWords[language].none, 2)

/** Opening one that isn't there would leave an empty one, which the next restore stops at. */
export function databaseOrRefuse() {
  const { data, databaseUrl } = env()
  if (!databaseUrl && !existsSync(join(data, "qibu.db"))) none()
}

/** What keeps a command from its data is said in one line; anything else is a bug and stays one. */
export function refuseUnreached(error) {
  if (outside.test(error?.code ?? error?.cause?.code ?? "")) none()
  const reason = whyNot(error, env().data)
  if (!reason) throw error
  refuse(reason)
}
