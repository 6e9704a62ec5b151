import type { IncomingMessage } from "node:http"

/** The header that tells the portal that a whole page is asked for, not a part of one. */
export const wholeHeader = "x-qibu-whole"

/**
 * Sets `x-qibu-whole` for requests that are answered with HTML. Next hides from pages whether its
 * own script asks, and pages send long lists once when they know (components/ui/still.tsx).
 */
export function settleWhole(request: IncomingMessage): void {
  const { rsc, "next-action": action } = request.headers
  if (rsc !== undefined || action !== undefined) {
    delete request.headers[wholeHeader]
    return
  }
  request.headers[wholeHeader] = "1"
  request.rawHeaders.push(wholeHeader, "1")
}
