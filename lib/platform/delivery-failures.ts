import { ZodError } from "zod"
import { WrongAddress } from "./mail"

const minute = 60_000
/** Pauses before the second to the eighth attempt: two days in all. */
const pauses = [1, 5, 15, 60, 4 * 60, 12 * 60, 30 * 60].map((minutes) => minutes * minute)

/** Attempts after which a mail is given up. */
export const attemptsAtMost = pauses.length + 1

interface Answer {
  code?: string
  command?: string
  responseCode?: number
}

const answerOf = (error: unknown): Answer => Object(error)

/** The mail server itself can't be used now: the other mails need not be tried either. */
export function isOffline(error: unknown): boolean {
  const { code, responseCode } = answerOf(error)
  if (code === "EAUTH" || code === "ETLS") return true
  return (
    responseCode === undefined &&
    /^E(CONNECTION|SOCKET|TIMEDOUT|DNS|CONNREFUSED|PROTOCOL)$/.test(code ?? "")
  )
}

/**
 * The server refused this mail for good (5xx to sender, recipient or text), or it can't be
 * written: no attempt will go better. A refused sign-in is a setting that can be corrected.
 */
function isFinal(error: unknown): boolean {
  if (error instanceof WrongAddress || error instanceof ZodError || error instanceof SyntaxError)
    return true
  const { code, responseCode } = answerOf(error)
  if (code === "EAUTH") return false
  return responseCode !== undefined && responseCode >= 500
}

/** What a failed attempt leaves in the row. */
export function afterFailure(delivery: { attempts: number }, error: unknown, now: Date) {
  const attempts = delivery.attempts + 1
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const pause = pauses[delivery.attempts]
  if (isFinal(error) || pause === undefined) return { attempts, lastError, failedAt: now }
  return { attempts, lastError, dueAt: new Date(now.getTime() + pause) }
}
