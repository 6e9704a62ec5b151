import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { GuestFrame } from "@/components/guests/guest-frame"
import { GuestTicketForm } from "@/components/tickets/guest-ticket-form"
import { db } from "@/db/engine"
import { priorities } from "@/db/schema/tasks"
import type { GuestActor } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"
import { findDesk, guestHandsIn } from "@/lib/tickets/desk"
import { kindName, openKinds } from "@/lib/tickets/kinds"

/** 新建工单, by the client: a sentence, what happened, and of which kind it is. */
export async function GuestNewTicket({ guest }: { guest: GuestActor }) {
  const desks = await desksOf(guest)
  if (desks.length === 0) notFound()
  const [t, states, locale, kinds, { company }] = await Promise.all([
    getTranslations("tickets.g"),
    getTranslations("states"),
    getLocale(),
    openKinds(db()),
    settings(),
  ])
  return (
    <GuestFrame guest={guest}>
      <h1 className="mt-3 text-title">{t("new")}</h1>
      <p className="mt-0.5 mb-5 text-control text-ink-2">
        {t("forClient", { company: company.name })}
      </p>
      {kinds.length === 0 ? (
        <p className="text-control text-ink-2">{t("closedDesk")}</p>
      ) : (
        <GuestTicketForm
          desks={desks.map(({ id, name }) => ({ value: id, label: name }))}
          kinds={kinds.map((kind) => ({ value: kind.id, label: kindName(kind, locale) }))}
          priorities={priorities.map((value) => ({ value, label: states(value) }))}
          formKey={randomUUID()}
          words={{
            ...{ title: t("title"), titleHint: t("titleHint"), body: t("body") },
            ...{ bodyHint: t("bodyHint"), kind: t("kindOf"), priority: t("priority") },
            ...{ submit: t("submit"), cancel: t("cancel"), files: t("filesLater") },
            desk: t("kind"),
          }}
        />
      )}
    </GuestFrame>
  )
}

async function desksOf(guest: GuestActor) {
  const ids = guest.scopes.flatMap(({ kind, id }) => (kind === "ticket_desk" ? [id] : []))
  const found = await Promise.all(ids.map((id) => findDesk(db(), id)))
  return found.flatMap((desk) => (desk && guestHandsIn(guest, desk) ? [desk] : []))
}
