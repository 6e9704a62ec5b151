import { checksum, wholeChecksum } from "@/components/ui/checksum"

type Sent = { id: number } | { message: string }

interface Answer {
  ok: boolean
  code: string
  message: string
  value: { id: number; pieceSize: number; pieces: { number: number; sha256: string }[] }
}

/** An answer that says no: trying again wouldn't change it. */
class Refused extends Error {}

const seconds = [1, 2, 4, 8, 16, 30, 30, 30]

/**
 * Sends a large file piece by piece. A broken connection is waited for, and the same file chosen
 * again, in another tab or on another day, goes on where it was left off.
 * @param heard how much of it has arrived, in percent
 */
export async function sendInPieces(
  file: File,
  purpose: string,
  heard: (percent: number) => void,
  stop: AbortSignal,
): Promise<Sent> {
  try {
    const about = { name: file.name, size: file.size, modified: file.lastModified, purpose }
    const { id, pieceSize, pieces } = await said("POST", about, stop)
    const here = new Map(pieces.map(({ number, sha256 }) => [number, sha256]))
    const digests: string[] = []
    for (let number = 0; number * pieceSize < file.size; number++) {
      const part = file.slice(number * pieceSize, (number + 1) * pieceSize)
      const bytes = new Uint8Array(await part.arrayBuffer())
      const sha256 = await checksum(bytes)
      if (here.get(number) !== sha256) await send(id, number, bytes, sha256, stop)
      digests.push(sha256)
      heard(Math.floor((100 * Math.min(file.size, (number + 1) * pieceSize)) / file.size))
    }
    const whole = { upload: id, sha256: await wholeChecksum(digests) }
    return { id: (await said("PATCH", whole, stop)).id }
  } catch (error) {
    if (error instanceof Refused) return { message: error.message }
    throw error
  }
}

export const giveUp = (upload: number): Promise<unknown> =>
  fetch("/uploads", { method: "DELETE", body: JSON.stringify({ upload }) })

const said = (method: string, about: object, stop: AbortSignal) =>
  tried(() => fetch("/uploads", { method, body: JSON.stringify(about), signal: stop }), stop)

const send = (
  upload: number,
  piece: number,
  bytes: Uint8Array<ArrayBuffer>,
  sha256: string,
  stop: AbortSignal,
) =>
  tried(
    () =>
      fetch(`/uploads?upload=${upload}&piece=${piece}`, {
        ...{ method: "PUT", body: bytes, signal: stop },
        headers: { "x-qibu-sha256": sha256, "content-type": "application/octet-stream" },
      }),
    stop,
  )

/** Again and again while the line is down or the portal is busy; a refusal is final. */
async function tried(ask: () => Promise<Response>, stop: AbortSignal): Promise<Answer["value"]> {
  let last: unknown
  for (const wait of [0, ...seconds]) {
    if (wait > 0) await pause(wait, stop)
    stop.throwIfAborted()
    try {
      const answer: Answer = await (await ask()).json()
      if (answer.ok) return answer.value
      if (answer.code !== "busy") throw new Refused(answer.message)
      last = new Refused(answer.message)
    } catch (error) {
      if (error instanceof Refused) throw error
      last = error
    }
  }
  throw last
}

/** So many seconds, or until the browser says that it is connected again. */
function pause(wait: number, stop: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, wait * 1000)
  window.addEventListener("online", () => resolve(), { once: true, signal: stop })
  stop.addEventListener("abort", () => resolve(), { once: true })
  return promise.finally(() => clearTimeout(timer))
}
