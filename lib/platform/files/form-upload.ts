import { refuse } from "../refusal"
import type { Upload } from "./receiving"

const blankLine = Buffer.from("\r\n\r\n")
const longestHead = 16 * 1024

/**
 * The file of a form that a browser without script sends: its first part, passed on piece by piece
 * (RFC 7578, RFC 2046 5.1.1). What comes after it is left unread.
 * @throws Refusal when there is no file in it
 */
export async function formUpload(request: Request): Promise<Upload> {
  const type = request.headers.get("content-type") ?? ""
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1] ?? refuse("invalid")
  const pieces = (request.body ?? refuse("invalid")).getReader()
  const next = async () => (await pieces.read()).value
  let held = Buffer.alloc(0)
  while (!held.includes(blankLine)) {
    const piece = held.length > longestHead ? undefined : await next()
    if (!piece) return refuse("invalid")
    held = Buffer.concat([held, piece])
  }
  const headEnd = held.indexOf(blankLine)
  const head = held.subarray(0, headEnd).toString("utf8")
  const name = /filename="((?:[^"\\]|\\.)*)"/i.exec(head)?.[1] || refuse("invalid")
  const rest = held.subarray(headEnd + blankLine.length)
  return { name, announced: null, body: untilBoundary(rest, next, `\r\n--${boundary}`) }
}

/** A boundary may be cut in two by the pieces it comes in, so as much as it is long stays held. */
async function* untilBoundary(
  first: Buffer,
  next: () => Promise<Uint8Array | undefined>,
  boundary: string,
): AsyncGenerator<Uint8Array> {
  let held = first
  for (;;) {
    const end = held.indexOf(boundary)
    if (end >= 0) {
      yield held.subarray(0, end)
      return
    }
    const sure = Math.max(0, held.length - boundary.length)
    if (sure > 0) yield held.subarray(0, sure)
    const piece = await next()
    if (!piece) return refuse("invalid", { sentence: "errors.fileCutOff" })
    held = Buffer.concat([held.subarray(sure), piece])
  }
}
