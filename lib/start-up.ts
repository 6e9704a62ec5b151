import "./modules"
import { engine, migrate } from "@/db/engine"
import { ensureCasual } from "./groups/casual"
import { quickAnswers } from "./messages/quick-answers"
import { isEmpty } from "./people/seed"
import { env } from "./platform/env"
import { startJobs, stopJobs } from "./platform/jobs"
import { endAll } from "./platform/live"
import { guardStreams } from "./platform/live-authority"
import { hearOthers } from "./platform/live-others"
import { openQuickWay } from "./platform/quick-way"
import { noteRefusedReading } from "./platform/refused-reading"
import { secrets } from "./platform/secrets"
import { setupCode } from "./platform/setup-code"
import { loadWorld } from "./world"

declare global {
  /** Called by the server around Next when it has to stop. */
  var __qibuShutdown: ((server: { drained: Promise<void> }) => Promise<void>) | undefined
  /** Says that the database is brought up to date. @returns says how long it took */
  var __qibuUpgrading: (() => () => void) | undefined
  /** The server around Next waits for this: Next itself is ready before its start hook has ended. */
  var __qibuStarted: { resolve: () => void; reject: (error: unknown) => void } | undefined
}

let later: NodeJS.Timeout | undefined

/** Secrets, schema, streams: in this order, before anybody is served; then scheduled work. */
export async function startUp(): Promise<void> {
  if (globalThis.__qibuShutdown) return
  try {
    await prepareEverything()
    globalThis.__qibuStarted?.resolve()
    // Whoever waits for the portal is answered before it catches up with its own work.
    later = setTimeout(() => startJobs(), 500)
  } catch (error) {
    globalThis.__qibuStarted?.reject(error)
    throw error
  }
}

async function prepareEverything(): Promise<void> {
  env()
  secrets()
  let upgraded: (() => void) | undefined
  await migrate(engine(), () => {
    upgraded = globalThis.__qibuUpgrading?.()
  })
  upgraded?.()
  if (env().demo) await loadWorld()
  await ensureCasual()
  guardStreams()
  await hearOthers()
  if (await isEmpty()) setupCode()
  openQuickWay(quickAnswers)
  noteRefusedReading()
  globalThis.__qibuShutdown = stop
}

async function stop({ drained }: { drained: Promise<void> }): Promise<void> {
  clearTimeout(later)
  endAll()
  await Promise.all([drained, stopJobs()])
  await engine().close()
}
