import { refuse } from "../refusal"
import { fromThisSite, origin } from "../request"
import { currentActor } from "../session"
import { formUpload } from "./form-upload"
import { type ReceivedFile, receiveFile, type Upload } from "./receiving"

/** Whether a form brings the file, rather than a script. */
export const isForm = (request: Request): boolean =>
  /^multipart\/form-data/i.test(request.headers.get("content-type") ?? "")

/**
 * An upload as `POST /files` brings it: the file is the whole body, its name stands URI-encoded in
 * `x-qibu-name`; or a form of a browser without script. Nothing is read before it is clear who
 * sends it.
 * @throws Refusal
 */
export async function receiveRequest(request: Request): Promise<ReceivedFile> {
  if (!fromThisSite(request.headers)) refuse("forbidden")
  const actor = (await currentActor()) ?? refuse("signed_out")
  try {
    const upload = isForm(request) ? await formUpload(request) : uploadOf(request)
    return await receiveFile(actor, upload, await origin())
  } catch (error) {
    if (request.signal.aborted) return refuse("invalid", { sentence: "errors.fileCutOff" })
    throw error
  }
}

/** What a request says of the file it carries. */
export function uploadOf(request: Request): Upload {
  const length = request.headers.get("content-length")
  return {
    name: decoded(request.headers.get("x-qibu-name") ?? ""),
    announced: length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null,
    body: request.body ?? nothing(),
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return refuse("invalid")
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}
