import { getTranslations } from "next-intl/server"
import { TalkEnd } from "@/components/guests/talk-end"
import { Face } from "@/components/ui/face"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import type { GuestMessage, talkForGuest } from "@/lib/messages/guest-reading"

/** What was said, the newest last. */
export async function GuestTalk({
  talk,
  place,
  newest,
}: {
  talk: Awaited<ReturnType<typeof talkForGuest>>
  place: string
  newest: boolean
}) {
  const t = await getTranslations("guests.g")
  if (talk.rows.length === 0) return <p className="text-control text-ink-2">{t("nothingSaid")}</p>
  return (
    <>
      {talk.earlier !== null && (
        <Link href={`${place}?before=${talk.earlier}`} className="link text-control">
          {t("earlier")}
        </Link>
      )}
      {talk.rows.map((message) => (
        <Row key={message.id} message={message} />
      ))}
      {newest && <TalkEnd last={talk.rows.at(-1)?.id ?? 0} />}
      {!newest && (
        <Link href={place} className="link mt-3 inline-block text-control">
          {t("newest")}
        </Link>
      )}
    </>
  )
}

async function Row({ message }: { message: GuestMessage }) {
  const [t, time] = await Promise.all([getTranslations("guests.g"), when()])
  const { author, own } = message
  const me = author.department ? t("ownFrom", { from: author.department }) : t("me")
  const from = own ? me : author.department
  return (
    <article className="flex gap-3 border-b border-line-soft py-3.5">
      <Face person={{ id: author.id, name: author.name, face: null }} size={32} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-meta text-ink-2">
          <span className="text-ui font-semibold text-ink">{author.name}</span>
          <span>{from}</span>
          <time dateTime={message.at} className="ml-auto">
            {time.moment(new Date(message.at))}
          </time>
        </p>
        {message.html && (
          <div
            className="message-text mt-0.5"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by readMarkdown, which knows no HTML
            dangerouslySetInnerHTML={{ __html: message.html }}
          />
        )}
        {message.files.map((file) => (
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
        {message.edited && <p className="mt-0.5 text-meta text-ink-3">{t("edited")}</p>}
      </div>
    </article>
  )
}
