import type { Server } from "node:http"

export function stopServer(
  server: Server,
  beforeEnd?: (state: { drained: Promise<void> }) => Promise<void> | void,
): Promise<boolean>
