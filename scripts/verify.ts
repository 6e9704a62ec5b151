/** `npm run verify`: follows the whole audit chain; ends with code 1 when it is broken. */
import { engine } from "@/db/engine"
import { sealingWords } from "@/lib/platform/sealing-words"
import { lastSeal, verifyChain } from "@/lib/platform/verifying"
import { databaseOrRefuse } from "./portal-database.mjs"

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ""
const words = sealingWords[locale.toLowerCase().startsWith("zh") ? "zh" : "en"]

async function verdict(): Promise<{ sentence: string; code: number }> {
  const last = await lastSeal().catch(() => undefined)
  if (last === undefined) return { sentence: words.none, code: 2 }
  const broken = await verifyChain()
  if (!broken) return { sentence: words.whole.replace("{seal}", last?.hash ?? "—"), code: 0 }
  const sentence = words[broken.reason]
    .replace("{seal}", String(broken.sealId))
    .replace("{event}", String(broken.eventId))
  return { sentence, code: 1 }
}

databaseOrRefuse()
const { sentence, code } = await verdict()
console.log(sentence)
await engine().close()
process.exitCode = code
