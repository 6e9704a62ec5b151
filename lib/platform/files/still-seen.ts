import { type Actor, isGuest } from "../actor"
import { guestOfSession } from "../guest-session"
import { log } from "../log"
import { actorOfSession } from "../session-row"

/** Milliseconds within which whoever loses a file is given no more of it, as of a page (S1). */
const soon = 1_000

/** Who asked, as they stand now; null once their session or their invitation is over. */
async function asNow(actor: Actor): Promise<Actor | null> {
  if (actor.kind === "system" || actor.sessionId === 0) return actor
  const found = await (isGuest(actor) ? guestOfSession : actorOfSession)(actor.sessionId)
  return typeof found === "string" ? null : found
}

/**
 * Passes a file on for as long as whoever asked for it may see it: a large one takes minutes.
 * @param file its id, for the log
 * @param sees whether somebody may see it at this moment
 * @returns breaks off with an error, so that a part is never taken for the whole
 */
export function stillSeen(actor: Actor, file: number, sees: (actor: Actor) => Promise<boolean>) {
  let asked = performance.now()
  return new TransformStream<Uint8Array, Uint8Array>({
    transform: async (bytes, out) => {
      if (performance.now() - asked >= soon) {
        const now = await asNow(actor)
        if (!now || !(await sees(now))) {
          log.info({ file }, "a file was broken off: its reader may no longer see it")
          // Under this name the framework takes it for what it is: no failure of ours.
          throw new DOMException("the file is no longer its reader's to see", "AbortError")
        }
        asked = performance.now()
      }
      out.enqueue(bytes)
    },
  })
}
