import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { GuestForm } from "@/components/guests/guest-form"
import { RouteDialog } from "@/components/ui/route-dialog"
import { addDays, dayIn } from "@/lib/calendar/zones"
import { scopeChoices } from "@/lib/guests/choices"
import { canInvite } from "@/lib/guests/policy"
import { words } from "@/lib/guests/words"
import type { PersonActor } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"

const usualDays = 7

/** 外部邀请, over whatever page one is on, or as a page where there is no script. */
export async function NewGuest({
  actor,
  scope,
  dialog = false,
}: {
  actor: PersonActor
  /** What it begins with: `group:7`. */
  scope?: unknown
  dialog?: boolean
}) {
  if (!canInvite(actor)) notFound()
  const [t, locale, { company, guests }, choices] = await Promise.all([
    getTranslations("guests"),
    getLocale(),
    settings(),
    scopeChoices(actor),
  ])
  const today = dayIn(company.timeZone, new Date())
  const first = choices.find(({ value }) => value.startsWith(`${String(scope)}:`))?.value ?? ""
  const form = (
    <GuestForm
      choices={choices}
      first={first}
      locale={locale}
      days={{
        today,
        usual: addDays(today, Math.min(usualDays, guests.longestDays)),
        last: addDays(today, guests.longestDays),
        longest: guests.longestDays,
      }}
      formKey={randomUUID()}
      words={{
        ...words[locale].form,
        page: words[locale].page,
        new: t("new"),
        cancel: t("cancel"),
      }}
    />
  )
  if (dialog)
    return (
      <RouteDialog path="/guests/new" title={t("new")} closeLabel={t("close")} size="m">
        {form}
      </RouteDialog>
    )
  return (
    <div className="flex max-w-160 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("new")}</h1>
      {form}
    </div>
  )
}
