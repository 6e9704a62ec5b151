import { createHmac } from "node:crypto"
import { createTransport, type Transporter } from "nodemailer"
import type { Locale } from "./actor"
import { env } from "./env"
import { asHtml, asText, type Letter, oneLine } from "./mail-body"
import { secrets } from "./secrets"
import { type Settings, settings } from "./settings"

/** Whether mails can leave: an administrator has entered a server and a sender. */
export async function mailReady(): Promise<boolean> {
  const { smtp } = await settings()
  return smtp.host !== "" && smtp.from !== ""
}

const wait = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** A connection to the company's mail server. Close it when done. */
export const postOffice = ({ host, port, secure, user, password }: Settings["smtp"]): Transporter =>
  createTransport({
    host,
    port,
    secure,
    ...(user === "" ? {} : { auth: { user, pass: password } }),
    ...wait,
    pool: true,
    maxConnections: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

export interface Mail {
  /** The delivery's key: the same mail sent again carries the same Message-ID. */
  key: string
  from: string
  to: { name: string; address: string }
  locale: Locale
  company: string
  letter: Letter
}

/** One address, nothing that could name a second one or begin another header. */
const address = /^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()\\,;:"@\p{Cc}]+$/u

/** An address no server could take: trying again is no use. */
export class WrongAddress extends Error {
  override name = "WrongAddress"
}

/**
 * Hands one mail to the mail server.
 * @throws {@link WrongAddress} and whatever the server answered
 */
export async function send(office: Transporter, mail: Mail): Promise<void> {
  if (!address.test(mail.to.address)) throw new WrongAddress("not an e-mail address")
  const subject = oneLine(mail.letter.subject)
  await office.sendMail({
    messageId: messageId(mail),
    from: mail.from,
    to: { name: oneLine(mail.to.name), address: mail.to.address },
    subject,
    text: asText(mail.letter),
    html: asHtml({ ...mail.letter, subject }, mail.locale, mail.company),
    ...icalOf(mail.letter),
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": mail.locale === "zh" ? "zh-CN" : "en",
      ...(mail.letter.unsubscribe && {
        "List-Unsubscribe": `<${mail.letter.unsubscribe.post}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  })
}

const icalOf = ({ invitation }: Letter) =>
  invitation && {
    icalEvent: {
      ...{ method: invitation.method, content: invitation.text, filename: "invitation.ics" },
    },
  }

/** Says nothing about the delivery, and differs between installations. */
export function messageId({ key, from }: Pick<Mail, "key" | "from">): string {
  const name = createHmac("sha256", secrets().authSecret)
    .update(`mail ${key}`)
    .digest("hex")
    .slice(0, 40)
  const { url } = env()
  const host = url ? new URL(url).hostname : (/@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? "localhost")
  return `<${name}@${host}>`
}
