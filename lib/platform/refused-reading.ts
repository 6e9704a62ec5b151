import type { IncomingMessage } from "node:http"
import { actorId } from "./actor"
import { answering } from "./asked"
import { denied } from "./denials"
import { currentGuest } from "./guest-session"
import { log } from "./log"
import { asRequest } from "./quick-way"
import { countHere } from "./rate-limit"
import { origin } from "./request"
import { currentActor } from "./session"
import { write } from "./write"

declare global {
  /** The server around Next tells of what was answered as not there. */
  var __qibuNotGiven: ((request: IncomingMessage) => void) | undefined
}

/** A record, a file, a page of the administration: the place, and below it whatever was asked for. */
const place = /^\/(?:g\/)?(?:admin\/[a-z-]+|[a-z]+(?=\/\d))/

/**
 * Whoever asks for what isn't theirs to see hears that it isn't there, and so does whoever asks for
 * what isn't there: pages don't tell the two apart, nor does the log. Like every denial of somebody
 * who is signed in (trust.md, Audit) it is kept, once a minute for each place.
 */
export function noteRefusedReading(): void {
  globalThis.__qibuNotGiven = (request) => {
    const url = URL.parse(request.url ?? "/", "http://portal")
    const [asked] = place.exec(url?.pathname ?? "") ?? []
    if (!url || !asked || request.method !== "GET") return
    void answering(asRequest(request, url), () => note(`GET ${asked}`)).catch((err) =>
      log.warn({ err }, "a denial wasn't kept"),
    )
  }
}

async function note(what: string): Promise<void> {
  const actor = (await currentActor()) ?? (await currentGuest())
  if (typeof actor === "string") return
  // Whoever asks a thousand times a minute costs the disk nothing.
  const asker = `not_given:${actor.kind}:${actorId(actor)}:${what}`
  if (countHere(asker, { times: 1, per: 60 }, Date.now()) > 0) return
  const from = await origin()
  await write(actor, (ctx) => denied({ ...ctx, actor }, what, "not_found"), { origin: from })
}
