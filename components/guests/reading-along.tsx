import { getLocale, getTranslations } from "next-intl/server"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { readingAlong } from "@/lib/guests/reading-along"
import { enumerated } from "@/lib/platform/enumerated"
import { placedName } from "@/lib/platform/guest-names"

/** Over whatever guests read along in: who they are, until when, and what they see. */
export async function ReadingAlong({
  kind,
  id,
  inside = false,
}: {
  kind: string
  id: number
  /** In the middle of a page, not over all of it. */
  inside?: boolean
}) {
  const guests = await readingAlong(kind, id)
  if (guests.length === 0) return null
  const [t, locale] = await Promise.all([getTranslations("guests"), getLocale()])
  const talks = guests.some(({ may }) => may === "talk")
  const names = enumerated(
    guests.map(({ name, organisation, days }) =>
      placedName(name, t(organisation ? "placeLeft" : "left", { organisation, days }), locale),
    ),
    locale,
  )
  return (
    <div
      className={`flex shrink-0 items-start gap-2 bg-outside-wash py-2 text-control text-ink-2 ${inside ? "mb-2 rounded-field px-3" : "border-b border-line px-gutter"}`}
    >
      <Icon name="globe" size={14} className="mt-[3px] text-outside" />
      <p className="min-w-0 flex-1">
        {t("banner", {
          names,
          what: t(kind === "meeting" ? "bannerMeeting" : talks ? "bannerTalk" : "bannerFiles"),
        })}
      </p>
      <Link href="/guests" className="link shrink-0">
        {t("nav")}
      </Link>
    </div>
  )
}
