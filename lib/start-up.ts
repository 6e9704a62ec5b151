import "./modules"
import { engine, migrate } from "@/db/engine"
import { env } from "./platform/env"
import { endAll } from "./platform/live"
import { guardStreams } from "./platform/live-authority"
import { secrets } from "./platform/secrets"
import { loadWorld } from "./world"

declare global {
  /** Called by the server around Next when it has to stop. */
  var __qibuShutdown: ((server: { drained: Promise<void> }) => Promise<void>) | undefined
}

/** Secrets, schema, streams, scheduled work: in this order, before anybody is served. */
export async function startUp(): Promise<void> {
  if (globalThis.__qibuShutdown) return
  env()
  secrets()
  await migrate()
  if (env().demo) await loadWorld()
  guardStreams()
  globalThis.__qibuShutdown = stop
}

async function stop({ drained }: { drained: Promise<void> }): Promise<void> {
  endAll()
  await drained
  await engine().close()
}
