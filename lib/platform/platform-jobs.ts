import { sendDeliveries } from "./deliveries"
import { bringBack, expireAnswers, expireRateLimits } from "./expiring"
import { sweepFiles } from "./files/orphans"
import type { Job } from "./module"
import { sendPushes } from "./push-sending"
import { sealEvents } from "./sealing"
import { mergeSearchIndex } from "./search-merge"
import { pairOlderRows } from "./search-pairs"
import { checkChain } from "./verifying"

const minute = 60
const hour = 60 * minute
const sealsAtStart = 1_000

/** Work of the platform itself. Modules add theirs in their manifests. */
export const platformJobs: readonly Job[] = [
  { name: "platform.seal", every: 3, run: async () => void (await sealEvents()) },
  { name: "platform.deliveries", every: 5, run: async () => void (await sendDeliveries()) },
  { name: "platform.pushes", every: 5, run: async () => void (await sendPushes()) },
  { name: "platform.later", every: 30, run: async () => void (await bringBack()) },
  {
    name: "platform.rate-limits",
    every: 5 * minute,
    run: async () => void (await expireRateLimits()),
  },
  { name: "platform.answers", every: hour, run: async () => void (await expireAnswers()) },
  { name: "platform.search_pairs", every: hour, run: pairOlderRows },
  { name: "platform.search_merge", at: "30 4 * * *", run: mergeSearchIndex },
  { name: "platform.verify", at: "0 4 * * 0", run: () => checkChain() },
  { name: "platform.files", at: "0 3 * * *", run: async () => void (await sweepFiles()) },
]

/** At every start the end of the chain; all of it is followed weekly. */
export const checkAtStart = () => checkChain({ last: sealsAtStart })
