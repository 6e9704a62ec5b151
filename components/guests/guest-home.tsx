import { getLocale, getTranslations } from "next-intl/server"
import { GuestFrame } from "@/components/guests/guest-frame"
import { iconOf } from "@/components/shell/kind-icon"
import { TicketsAtHome } from "@/components/tickets/tickets-at-home"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { db } from "@/db/engine"
import { findInvitation } from "@/lib/guests/invitation"
import { openedTo } from "@/lib/guests/looking"
import { openedPhrase } from "@/lib/guests/sentence"
import type { GuestActor } from "@/lib/platform/actor"

/** All that a guest was let in to. */
export async function GuestHome({ guest }: { guest: GuestActor }) {
  const [t, locale, opened, invitation] = await Promise.all([
    getTranslations("guests.g"),
    getLocale(),
    openedTo(guest),
    findInvitation(db(), guest.guestId),
  ])
  return (
    <GuestFrame guest={guest} home>
      <h1 className="text-title">{t("dear", { name: guest.name })}</h1>
      {invitation && (
        <p className="mt-1 text-ui text-ink-2">{t("purpose", { purpose: invitation.purpose })}</p>
      )}
      <TicketsAtHome guest={guest} />
      <h2 className="mt-6 mb-2 text-control text-ink-3">{t("things")}</h2>
      <ul className="border-t border-line">
        {opened.map((thing) => (
          <li key={`${thing.kind}:${thing.id}`} className="border-b border-line-soft">
            <Link href={thing.href} className="flex items-center gap-3 py-3.5 hover:bg-hover">
              <Icon name={iconOf(thing.icon)} size={20} className="text-ink-3" />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-ui font-semibold">{thing.title}</span>
                <span className="block text-meta text-ink-2">{openedPhrase(thing, locale)}</span>
              </span>
              <Icon name="chevron-right" size={16} className="text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </GuestFrame>
  )
}
