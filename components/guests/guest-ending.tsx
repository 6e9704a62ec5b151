import { getLocale, getTranslations } from "next-intl/server"
import { ExtendForm, GuestAct, NewLinkForm } from "@/components/guests/guest-acts"
import { Section } from "@/components/ui/section"
import { addDays, dayIn } from "@/lib/calendar/zones"
import { lastDay } from "@/lib/guests/ending-day"
import type { Invitation } from "@/lib/guests/invitation"
import { canManage, canRevoke, canTakeOver } from "@/lib/guests/policy"
import type { InvitationState } from "@/lib/guests/states"
import { words } from "@/lib/guests/words"
import type { PersonActor } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"

const week = 7

/** Longer, another link, taken over, or over. */
export async function GuestEnding({
  actor,
  invitation,
  state,
}: {
  actor: PersonActor
  invitation: Invitation
  state: InvitationState
}) {
  const [t, locale, { company, guests }] = await Promise.all([
    getTranslations("guests.page"),
    getLocale(),
    settings(),
  ])
  if (state === "revoked" || state === "refused") return null
  const { id } = invitation
  const today = dayIn(company.timeZone, new Date())
  const last = addDays(today, guests.longestDays)
  const until = lastDay(invitation.expiresAt, company.timeZone)
  const longer = [addDays([until, today].sort().at(-1) ?? today, week), last].sort()[0] ?? last
  const manages = canManage(actor, invitation)
  const inForce = state === "open" || state === "used"
  return (
    <Section title={t("until")}>
      {manages && state !== "suspended" && (
        <div className="flex flex-wrap items-center gap-3 py-3">
          <GuestAct act="extend" fields={{ id, until: longer }}>
            {t("extendWeek")}
          </GuestAct>
          <ExtendForm
            id={id}
            until={until}
            days={{ today, last }}
            words={{ until: t("until"), extend: t("extend") }}
          />
        </div>
      )}
      {manages && inForce && (
        <div className="py-2">
          <NewLinkForm id={id} words={words[locale].page} />
          <p className="mt-1 text-meta text-ink-3">{t("newLinkHint")}</p>
        </div>
      )}
      {canTakeOver(actor, invitation, new Date()) && (
        <div className="py-2">
          <GuestAct act="take" tone="primary" fields={{ id }}>
            {t("takeOver")}
          </GuestAct>
        </div>
      )}
      {state !== "expired" && canRevoke(actor, invitation) && (
        <div className="py-2">
          <GuestAct act="revoke" tone="danger" fields={{ id }}>
            {t("revoke")}
          </GuestAct>
          <p className="mt-1 text-meta text-ink-3">{t("revokeHint")}</p>
        </div>
      )}
    </Section>
  )
}
