import { getLocale } from "next-intl/server"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { db } from "@/db/engine"
import { announcementOf } from "@/lib/groups/announcing"
import type { ResponseMinutes } from "@/lib/groups/response-times"
import { words } from "@/lib/messages/words"

/** 沟通主题 and 响应时效, above everything that is said. */
export async function AnnouncementBar({
  groupId,
  minutes,
}: {
  groupId: number
  minutes: ResponseMinutes
}) {
  const [locale, current] = await Promise.all([getLocale(), announcementOf(db(), groupId)])
  if (!current) return null
  const { announced } = words[locale].talk
  const whole = minutes.ordinary % 60 === 0
  const ordinary = filled(whole ? announced.workingHours : announced.workingMinutes, {
    hours: minutes.ordinary / 60,
    minutes: minutes.ordinary,
  })
  return (
    <Link
      href={`/groups/${groupId}/announcement`}
      className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-5 text-control text-ink-2 hover:bg-hover max-md:h-11 max-md:px-4"
    >
      <Icon name="megaphone" className="text-ink-3" />
      <span className="truncate">{filled(announced.topic, { topic: current.topic })}</span>
      <span className="shrink-0 text-ink-3 max-md:hidden">
        {filled(announced.within, { ordinary, urgent: minutes.urgent })}
      </span>
    </Link>
  )
}
