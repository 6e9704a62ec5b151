import { AsyncLocalStorage } from "node:async_hooks"
import type { IncomingMessage, ServerResponse } from "node:http"

/**
 * Runs a handler. What reads forms and actions says so (lib/platform/answers.ts). A form or an action that the framework couldn't even read ends there as a "500",
 * although nothing is broken: it is answered as bad input. What fails after code of ours was reached
 * stays what it is, and the framework's own log line stays in either case.
 */
export function answeringUnread(
  request: IncomingMessage,
  response: ServerResponse,
  handle: () => void,
): void {
  if (!isForm(request)) {
    handle()
    return
  }
  globalThis.__qibuReached ??= new AsyncLocalStorage()
  const state = { reached: false }
  const write = response.writeHead.bind(response)
  const answer = (status: number, ...more: unknown[]) =>
    Reflect.apply(write, response, [status === 500 && !state.reached ? 400 : status, ...more])
  response.writeHead = Object.assign(answer, {})
  globalThis.__qibuReached.run(state, handle)
}

function isForm({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  if (method !== "POST") return false
  return (
    headers["next-action"] !== undefined ||
    /^multipart\/form-data/i.test(headers["content-type"] ?? "")
  )
}
