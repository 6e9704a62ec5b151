import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { RatingForm } from "@/components/tickets/rating-form"
import type { GuestActor } from "@/lib/platform/actor"
import { guestRates, type TicketPage } from "@/lib/tickets/ticket-page"

/** How content the client is, once it is solved. */
export async function GuestRating({ guest, page }: { guest: GuestActor; page: TicketPage }) {
  const t = await getTranslations("tickets.g")
  if (page.rating !== null)
    return (
      <p className="mt-5 text-control text-ink-2">
        {t("rated", { count: page.rating })}
        {page.ratingWords && <span className="block">{page.ratingWords}</span>}
      </p>
    )
  if (!guestRates(guest, page)) return null
  return (
    <RatingForm
      ticket={page.id}
      formKey={randomUUID()}
      words={{
        ...{ title: t("rate"), scale: t("rateScale"), box: t("rateWords"), send: t("rateSend") },
        marks: [1, 2, 3, 4, 5].map((count) => t("stars", { count })),
      }}
    />
  )
}
