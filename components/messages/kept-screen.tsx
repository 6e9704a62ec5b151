import { getTranslations } from "next-intl/server"
import { MessageAct } from "@/components/messages/message-act"
import { SetAside, SetAsideRow } from "@/components/messages/set-aside"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import { type KeptRow, keptPage } from "@/lib/messages/kept"
import { placeOf } from "@/lib/messages/message"
import type { PersonActor } from "@/lib/platform/actor"

/** 收藏: the messages that the reader keeps, the newest kept first. */
export async function KeptScreen({
  actor,
  after,
}: {
  actor: PersonActor
  after: string | undefined
}) {
  const [t, { rows, next }] = await Promise.all([
    getTranslations("messages.setAside"),
    keptPage(actor, after),
  ])
  return (
    <SetAside view="kept">
      {rows.length === 0 && <Empty title={t("keptNone")}>{t("keptNoneHint")}</Empty>}
      <ul>
        {rows.map((row) => (
          <Kept key={row.id} row={row} />
        ))}
      </ul>
      <p className="flex gap-5 px-gutter pt-3 text-control">
        {after && (
          <Link href="/groups/kept" className="link">
            {t("first")}
          </Link>
        )}
        {next && (
          <Link href={`/groups/kept?after=${next}`} className="link">
            {t("next")}
          </Link>
        )}
      </p>
    </SetAside>
  )
}

async function Kept({ row }: { row: KeptRow }) {
  const [t, outside, times] = await Promise.all([
    getTranslations("messages.setAside"),
    getTranslations("guests"),
    when(),
  ])
  return (
    <SetAsideRow
      href={placeOf(row)}
      place={row.place}
      when={{ at: row.at, word: times.moment(row.at) }}
      note={
        <p className="mt-0.5 text-meta text-ink-3">
          {t("keptAt", { when: times.moment(row.keptAt) })}
        </p>
      }
      button={
        <MessageAct
          act="dropKept"
          fields={{ id: row.id }}
          label={t("dropLabel", { name: row.author.name })}
        >
          {t("drop")}
        </MessageAct>
      }
    >
      <p className="line-clamp-3">
        <span className="font-semibold text-ink">{row.author.name}</span>{" "}
        {row.outside && <span className="text-outside">{outside("badgeOver")} </span>}
        {row.text || t("onlyFiles")}
      </p>
    </SetAsideRow>
  )
}
