import { getTranslations } from "next-intl/server"
import { ordinaryWords, responseWords, urgentWords } from "@/components/groups/response-words"
import { Face } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import type { Announcement } from "@/lib/groups/announcing"
import { responseMinutes } from "@/lib/groups/response-times"

/**
 * One announcement: topic, times, text, who published it.
 * @param groupId whose times count now, for the current one; an earlier one shows only its own
 */
export async function AnnouncementText({
  announcement,
  groupId,
  current = false,
}: {
  announcement: Announcement
  groupId?: number
  current?: boolean
}) {
  const [t, times] = await Promise.all([getTranslations("groups.announcement"), when()])
  const { topic, body, authorId, author, face, at } = announcement
  const promised =
    groupId === undefined
      ? await ownTimes(announcement)
      : await responseWords(await responseMinutes(db(), groupId))
  return (
    <>
      {current && <h2 className="text-title text-balance">{topic}</h2>}
      {promised && (
        <p className="mt-1.5 flex items-center gap-1.5 text-control">
          <Icon name="timer" size={14} className="text-ink-3" />
          <span className="text-ink-2">{t("times")}</span>
          <span>{promised}</span>
        </p>
      )}
      {body && <p className="mt-3 max-w-160 text-prose text-pretty whitespace-pre-line">{body}</p>}
      <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-ink-3">
        <span className="inline-flex items-center gap-2">
          <Face person={{ id: authorId, name: author, face }} size={20} />
          {t("publishedBy", { name: author })}
        </span>
        <time dateTime={at.toISOString()}>{`${times.date(at)} ${times.clock(at)}`}</time>
      </p>
    </>
  )
}

async function ownTimes({ ordinaryMinutes, urgentMinutes }: Announcement): Promise<string | null> {
  const t = await getTranslations("groups")
  if (ordinaryMinutes !== null && urgentMinutes !== null)
    return responseWords({ ordinary: ordinaryMinutes, urgent: urgentMinutes })
  if (ordinaryMinutes !== null)
    return t("announcement.ordinaryOnly", { ordinary: await ordinaryWords(ordinaryMinutes) })
  return urgentMinutes === null
    ? null
    : t("announcement.urgentOnly", { urgent: await urgentWords(urgentMinutes) })
}
