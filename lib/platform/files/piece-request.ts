import { refuse } from "../refusal"
import { fromThisSite, origin } from "../request"
import { currentActor } from "../session"
import { receivePiece } from "./receiving-pieces"

async function* nothing(): AsyncIterable<Uint8Array> {}

const numberIn = (text: string | null): number =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : refuse("invalid")

/**
 * A piece as `PUT /uploads?upload=7&piece=3` brings it: the bytes are the whole body, their
 * checksum stands in `x-qibu-sha256`. Nothing is read before it is clear who sends it.
 * @throws Refusal
 */
export async function receivePieceRequest(request: Request): Promise<null> {
  if (!fromThisSite(request.headers)) refuse("forbidden")
  const actor = (await currentActor()) ?? refuse("signed_out")
  const query = new URL(request.url).searchParams
  try {
    await receivePiece(
      actor,
      {
        upload: numberIn(query.get("upload")),
        number: numberIn(query.get("piece")),
        sha256: request.headers.get("x-qibu-sha256"),
        body: request.body ?? nothing(),
      },
      await origin(),
    )
    return null
  } catch (error) {
    if (request.signal.aborted) return refuse("invalid", { sentence: "errors.fileCutOff" })
    throw error
  }
}
