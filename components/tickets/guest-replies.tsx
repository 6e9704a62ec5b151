import { getTranslations } from "next-intl/server"
import { exactTime } from "@/components/tickets/exact-time"
import { Face } from "@/components/ui/face"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import type { GuestActor } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"
import { type GuestReply, repliesForGuest } from "@/lib/tickets/guest-reading"
import type { TicketPage } from "@/lib/tickets/ticket-page"

/** What was said, the newest last. */
export async function GuestReplies({
  guest,
  page,
  before,
}: {
  guest: GuestActor
  page: TicketPage
  before: number | undefined
}) {
  const [t, { rows, earlier }] = await Promise.all([
    getTranslations("tickets.g"),
    repliesForGuest(guest, page, before),
  ])
  const place = `/g/tickets/${page.id}`
  return (
    <>
      {earlier !== null && (
        <Link href={`${place}?before=${earlier}`} className="link text-control">
          {t("earlier")}
        </Link>
      )}
      <div className="border-t border-line">
        {rows.map((reply) => (
          <Row key={reply.id} reply={reply} />
        ))}
      </div>
      {before !== undefined && (
        <Link href={place} className="link mt-3 inline-block text-control">
          {t("newest")}
        </Link>
      )}
    </>
  )
}

async function Row({ reply }: { reply: GuestReply }) {
  const [t, time, { company }] = await Promise.all([
    getTranslations("tickets.g"),
    when(),
    settings(),
  ])
  const me = reply.from ? t("ownFrom", { from: reply.from }) : t("me")
  const guest = reply.own ? me : reply.from
  const from = reply.staff
    ? t("company", { company: company.name, department: reply.from }).trim()
    : guest
  return (
    <article className="flex gap-3 border-b border-line-soft py-3.5">
      <Face
        person={{ id: `${reply.staff}${reply.name}`, name: reply.name, face: null }}
        size={32}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-meta text-ink-2">
          <span className="text-ui font-semibold text-ink">{reply.name}</span>
          <span>{from}</span>
          <time dateTime={reply.at.toISOString()} className="ml-auto">
            {exactTime(time, reply.at)}
          </time>
        </p>
        {reply.body && (
          <p className="mt-0.5 text-prose text-pretty whitespace-pre-line max-md:text-field">
            {reply.body}
          </p>
        )}
        {reply.files.map((file) => (
          <a
            key={file.id}
            href={`/g/files/${file.id}`}
            className="mt-1.5 flex h-11 items-center gap-2 rounded-field border border-line px-3 text-control hover:bg-hover"
          >
            <Icon name="paperclip" className="text-ink-3" />
            <span className="min-w-0 truncate">{file.name}</span>
            <span className="ml-auto shrink-0 text-meta text-ink-3">{sizeOf(file.size)}</span>
          </a>
        ))}
      </div>
    </article>
  )
}
