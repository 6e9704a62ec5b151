import { z } from "zod"
import { db } from "@/db/engine"
import { guestOfInvitation } from "@/lib/platform/guest-session"
import type { StrangersLetter } from "@/lib/platform/mail-carried"
import { filled, written } from "@/lib/platform/mail-templates"
import { settings } from "@/lib/platform/settings"
import { siteAddress } from "@/lib/platform/site-address"
import { numberOf } from "./numbers"
import { isOpen } from "./order"
import { letterKinds } from "./telling"
import { findPage, pageSees } from "./ticket-page"
import { letterWords } from "./words-letter"

const news = z.object({
  ticketId: z.number().int(),
  guestId: z.number().int(),
  what: z.enum(letterKinds),
})

/** Letters to guests, by the delivery's `template`; made of what the guest's page shows. */
export const letters = { ticket_news: aboutTicket }

async function aboutTicket(payload: string): Promise<StrangersLetter | null> {
  const { ticketId, guestId, what } = news.parse(JSON.parse(payload))
  const guest = await guestOfInvitation(db(), guestId)
  const page = await findPage(db(), ticketId)
  if (!guest || !page || !pageSees(guest, page)) return null
  const { company } = await settings()
  const words = letterWords[guest.locale]
  const named = { name: guest.name, number: numberOf(page.id), title: page.title }
  const until = written(page.solveDueAt, guest.locale, company.timeZone)
  const letter = {
    subject: filled(words.subject[what], named),
    paragraphs: [
      filled(words.said[what], named),
      ...(isOpen(page.state) && page.state !== "waiting"
        ? [filled(words.promised, { until })]
        : []),
    ],
    link: { url: `${siteAddress()}/g/tickets/${page.id}`, label: words.open },
    note: words.note,
  }
  return { letter, name: guest.name, locale: guest.locale }
}
