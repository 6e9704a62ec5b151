import type { Instrumentation } from "next"

/** Runs once in the server's process, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") await (await import("./lib/start-up")).startUp()
}

/** A page that failed shows a number; the log has the rest under it. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { log } = await import("./lib/platform/log")
  const { "x-qibu-request": requestId } = request.headers
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined
  log.error({ requestId, digest, route: context.routePath, err: error }, "a page failed")
}
