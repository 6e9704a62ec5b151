import { getTranslations } from "next-intl/server"
import { cx } from "@/components/ui/cx"
import type { ShownEntry } from "@/lib/appointments/entries"

const joinAhead = 15 * 60_000

/** Into the online meeting, from a quarter of an hour before it begins until it is over. */
export async function JoinLink({
  entry: { join, start, end, title },
  now,
  className,
  style,
}: {
  entry: ShownEntry
  now: Date
  className?: string
  style?: { top: number }
}) {
  const t = await getTranslations("home")
  const open = join && now >= new Date(+start - joinAhead) && now < (end ?? start)
  if (!open) return null
  return (
    <a
      href={join}
      rel="noreferrer"
      target="_blank"
      aria-label={t("joinNamed", { name: title })}
      className={cx("button button-primary button-s", className)}
      style={style}
    >
      {t("join")}
    </a>
  )
}
