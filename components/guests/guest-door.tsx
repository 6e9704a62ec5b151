import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { CompanySeal } from "@/components/guests/guest-frame"
import { Languages } from "@/components/people/door-frame"
import { Banner } from "@/components/ui/banner"
import { Button } from "@/components/ui/button"
import { InputField } from "@/components/ui/input"
import { db } from "@/db/engine"
import { lastDay } from "@/lib/guests/ending-day"
import type { Invitation } from "@/lib/guests/invitation"
import { namedScopes } from "@/lib/guests/named-scopes"
import { scopeSentence } from "@/lib/guests/sentence"
import { namesOf } from "@/lib/people/finding"
import { settings } from "@/lib/platform/settings"

/** Before the door: one column, the company, what there is to say. */
async function Door({ path, children }: { path: string; children: ReactNode }) {
  const { company } = await settings()
  return (
    <div className="flex min-h-dvh flex-col bg-surface text-ink">
      <header className="flex h-13 items-center border-b border-line bg-paper px-4">
        <CompanySeal company={company.name} />
      </header>
      <main className="mx-auto w-full max-w-107.5 flex-1 px-4 py-10">{children}</main>
      <footer className="mx-auto flex w-full max-w-107.5 px-4 py-6 text-meta">
        <Languages path={path} />
      </footer>
    </div>
  )
}

/** Guessed, expired, revoked, suspended: all look alike. */
export async function GuestGone() {
  const t = await getTranslations("guests.g")
  return (
    <Door path="/g">
      <h1 className="text-title">{t("gone")}</h1>
      <p className="mt-3 text-prose text-ink-2">{t("goneHint")}</p>
    </Door>
  )
}

/** On a device that was in, or never was. */
export async function GuestOver({
  reason,
}: {
  reason: "signed_out" | "revoked" | "suspended" | "expired"
}) {
  const t = await getTranslations("guests.g")
  return (
    <Door path="/g">
      <h1 className="text-title">{t(`ended.${reason}`)}</h1>
      <p className="mt-3 text-prose text-ink-2">{t("endedHint")}</p>
    </Door>
  )
}

/**
 * Who invites, what for, what to, until when, and one button. Where a code is asked for, whoever
 * has only the link reads nothing of the guest and of what is open to them.
 */
export async function GuestDoor({
  invitation,
  token,
  step,
}: {
  invitation: Invitation
  token: string
  step: string
}) {
  const [t, locale, { company }, names, opened] = await Promise.all([
    getTranslations("guests.g"),
    getLocale(),
    settings(),
    namesOf(db(), [invitation.inviterId]),
    namedScopes(invitation),
  ])
  const name = names.get(invitation.inviterId) ?? ""
  const asks = invitation.wantsCode
  const day = lastDay(invitation.expiresAt, company.timeZone)
  return (
    <Door path={`/g/${token}`}>
      {!asks && <p className="text-ui text-ink-2">{t("dear", { name: invitation.name })}</p>}
      <h1 className="mt-1 text-title">{t("invites", { company: company.name, name })}</h1>
      {!asks && (
        <>
          <p className="mt-5 border-l-2 border-outside pl-3 text-prose">
            {scopeSentence(opened, day, locale)}
          </p>
          <p className="mt-3 text-control text-ink-2">
            {t("purpose", { purpose: invitation.purpose })}
          </p>
        </>
      )}
      <Enter token={token} asks={asks} step={step} />
      <p className="mt-4 text-meta text-ink-3">{t("opening")}</p>
    </Door>
  )
}

async function Enter({ token, asks, step }: { token: string; asks: boolean; step: string }) {
  const t = await getTranslations("guests.g")
  const typing = step === "code" || step === "wrong"
  const trouble = { wrong: t("wrong"), later: t("later"), full: t("full") }[step]
  const action = `/g/${token}/open`
  return (
    <>
      {trouble && <Banner className="mt-5">{trouble}</Banner>}
      <form method="post" action={action} className="mt-6">
        {typing && (
          <InputField
            name="code"
            label={t("code")}
            hint={step === "code" ? t("codeSent") : undefined}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={8}
            required
            className="mb-4"
          />
        )}
        {asks && !typing && <p className="mb-4 text-control text-ink-2">{t("codeMail")}</p>}
        <Button type="submit" tone="primary" size="l" wide>
          {asks && !typing ? t("send") : t("open")}
        </Button>
      </form>
      {typing && (
        <form method="post" action={action} className="mt-3">
          <Button type="submit" tone="quiet" size="m" wide>
            {t("again")}
          </Button>
        </form>
      )}
    </>
  )
}
