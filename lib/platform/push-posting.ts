import webPush from "web-push"
import { pushKey } from "./push-key"
import { isPushService } from "./push-services"
import { settings } from "./settings"
import { siteAddress } from "./site-address"

/** The push service said no. `final`: asking again is no use. */
export class PushRefused extends Error {
  override name = "PushRefused"
  constructor(
    readonly status: number,
    readonly final: boolean,
  ) {
    super(`the push service answered ${status}`)
  }
}

export interface PushMessage {
  title: string
  body: string
  url: string
  /** The same one again takes its place on the screen. Never holds words of what happened. */
  tag?: string
  /** Asks the device to say that it arrived. */
  heard?: { id: number; proof: string }
}

/** A day: who opens the laptop tomorrow still hears of it. */
const keptFor = 24 * 3600
const patience = 10_000

/**
 * Encrypts a message for one browser (RFC 8291) and hands it to its push service (RFC 8030).
 * @throws {@link PushRefused} when it isn't taken, and whatever the connection ends with
 */
export async function post(
  device: { endpoint: string; publicKey: string; auth: string },
  message: PushMessage,
): Promise<void> {
  const { notifications, smtp } = await settings()
  if (!isPushService(device.endpoint, notifications.pushServices)) throw new PushRefused(403, true)
  const { endpoint, headers, body } = webPush.generateRequestDetails(
    { endpoint: device.endpoint, keys: { p256dh: device.publicKey, auth: device.auth } },
    JSON.stringify(message),
    {
      vapidDetails: { subject: contact(smtp.from), ...pushKey() },
      TTL: keptFor,
      urgency: "normal",
      contentEncoding: "aes128gcm",
    },
  )
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}`])),
    body: body ? new Uint8Array(body) : null,
    // What a service answers leads nowhere else.
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  })
  await answer.body?.cancel()
  if (answer.ok) return
  throw new PushRefused(answer.status, answer.status < 500 && answer.status !== 429)
}

/** Whom a push service may write to about this portal. */
function contact(from: string): string {
  const site = siteAddress()
  if (site.startsWith("https:")) return site
  const mail = /[^\s<>]+@[^\s<>]+/.exec(from)?.[0]
  return `mailto:${mail ?? "administrator@localhost"}`
}
