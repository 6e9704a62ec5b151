import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { GuestLive } from "@/components/guests/guest-live"
import { Link } from "@/components/ui/link"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import { namesOf } from "@/lib/people/finding"
import type { GuestActor } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"

/** The company's own seal, in ink. */
export function CompanySeal({ company }: { company: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2 text-ui font-semibold">
      <span
        aria-hidden="true"
        className="grid size-6 shrink-0 place-items-center rounded-chip bg-ink text-control text-surface"
      >
        {[...company][0] ?? "齐"}
      </span>
      <span className="truncate">{company}</span>
    </span>
  )
}

/** What a guest sees around everything: who invited, until when, and nothing else. */
export async function GuestFrame({
  guest,
  home = false,
  only,
  foot,
  children,
}: {
  guest: GuestActor
  home?: boolean
  /** Said beside who invited, where this page is all that was opened. */
  only?: string | undefined
  /** Stays at the lower edge: where one writes. */
  foot?: ReactNode
  children: ReactNode
}) {
  const [t, { company }, time, names] = await Promise.all([
    getTranslations("guests.g"),
    settings(),
    when(),
    namesOf(db(), [guest.hostId]),
  ])
  const day = time.date(new Date(guest.until.getTime() - 1))
  // A day is one word: no gap within it.
  const at = (words: ReactNode) => <time>{words}</time>
  return (
    <GuestLive words={endWords(t)}>
      <div className="flex h-dvh flex-col bg-surface text-ink">
        <header className="flex min-h-13 shrink-0 items-center gap-3 border-b border-line bg-paper px-4 py-1.5">
          <Link href="/g" className="min-w-0" aria-label={t("back")}>
            <CompanySeal company={company.name} />
          </Link>
          <p className="ml-auto shrink-0 text-right text-meta text-ink-2">
            {only ? (
              <>
                <span className="block">
                  {t("headOnly", { name: names.get(guest.hostId) ?? "", only })}
                </span>
                <span className="block">{t.rich("until", { day, at })}</span>
              </>
            ) : (
              t.rich("head", { name: names.get(guest.hostId) ?? "", day, at })
            )}
          </p>
        </header>
        <main className="min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto w-full max-w-180 px-4 py-5">
            {!home && !only && (
              <Link href="/g" className="link text-control">
                ← {t("back")}
              </Link>
            )}
            {children}
          </div>
        </main>
        {foot && (
          <div className="shrink-0 border-t border-line bg-paper">
            <div className="mx-auto w-full max-w-180 px-3 py-2.5">{foot}</div>
          </div>
        )}
      </div>
    </GuestLive>
  )
}

const endWords = (t: Awaited<ReturnType<typeof getTranslations<"guests.g">>>) => ({
  reasons: {
    signed_out: t("ended.signed_out"),
    revoked: t("ended.revoked"),
    suspended: t("ended.suspended"),
    expired: t("ended.expired"),
  },
  hint: t("endedHint"),
  typed: t("typed"),
})
