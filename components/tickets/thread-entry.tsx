import { getTranslations } from "next-intl/server"
import { OriginalText } from "@/components/outward/original-text"
import { LinkedText } from "@/components/shell/linked-text"
import { exactTime } from "@/components/tickets/exact-time"
import { Face } from "@/components/ui/face"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { filesOf } from "@/lib/platform/files/attaching"
import type { ThreadEntry, ThreadReply } from "@/lib/tickets/thread"

type Files = Awaited<ReturnType<typeof filesOf>>
type Note = Extract<ThreadEntry, { is: "note" }>

/** What the client reads, or wrote: purple stands for outside everywhere. */
export async function ReplyEntry({ entry, files }: { entry: ThreadReply; files: Files }) {
  const [t, times] = await Promise.all([getTranslations("tickets.page"), when()])
  const { reply, original, personId, name, face, guest, organisation } = entry
  const who =
    personId === null
      ? { id: `g${reply.guestId}`, name: guest ?? "" }
      : { id: personId, name: name ?? "", face }
  return (
    <li className="flex gap-3 border-b border-line-soft py-3.5">
      <Face person={who} size={32} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-meta text-ink-2">
          <strong className="text-ui text-ink">{who.name}</strong>
          {organisation && <span>{organisation}</span>}
          {personId === null ? (
            <StateChip icon="globe" tone="outside" fill="wash">
              {t("client")}
            </StateChip>
          ) : (
            <StateChip icon="globe" tone="outside">
              {t(reply.opening ? "opened" : "reply")}
            </StateChip>
          )}
          <time dateTime={reply.at.toISOString()} className="ml-auto">
            {exactTime(times, reply.at)}
          </time>
        </p>
        <Text body={reply.body} />
        {original !== null && <OriginalText text={original} />}
        <FileList files={files.filter(({ id }) => reply.fileIds.includes(id))} />
      </div>
    </li>
  )
}

/** What colleagues say among themselves: sunken, with a lock, and never on a guest's page. */
export async function NoteEntry({ entry, files }: { entry: Note; files: Files }) {
  const [t, times] = await Promise.all([getTranslations("tickets.page"), when()])
  const { personId, name, face } = entry.event
  return (
    <li className="my-2 flex gap-3 rounded-box border border-dashed border-line-field bg-sunken px-3 py-2.5">
      <Face person={{ id: personId ?? 0, name: name ?? "", face }} size={32} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-meta text-ink-2">
          <strong className="text-ui text-ink">{name}</strong>
          <span className="inline-flex items-center gap-1 font-semibold">
            <Icon name="lock" size={12} />
            {t("note")}
          </span>
          <time dateTime={entry.at.toISOString()} className="ml-auto">
            {exactTime(times, entry.at)}
          </time>
        </p>
        <Text body={entry.body} />
        <FileList files={files.filter(({ id }) => entry.fileIds.includes(id))} />
      </div>
    </li>
  )
}

const Text = ({ body }: { body: string }) =>
  body !== "" && (
    <p className="mt-0.5 text-prose text-pretty whitespace-pre-line">
      <LinkedText text={body} />
    </p>
  )

function FileList({ files }: { files: Files }) {
  return files.map((file) => (
    <a
      key={file.id}
      href={`/files/${file.id}`}
      className="mt-1.5 flex h-9 max-w-130 items-center gap-2 rounded-field border border-line bg-surface px-3 text-control hover:bg-hover max-md:h-11"
    >
      <Icon name={file.type.startsWith("image/") ? "image" : "paperclip"} className="text-ink-3" />
      <span className="min-w-0 truncate">{file.name}</span>
      <span className="ml-auto shrink-0 text-meta text-ink-3">{sizeOf(file.size)}</span>
    </a>
  ))
}
