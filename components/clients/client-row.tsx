import { type Stage, stageLook } from "@/components/clients/stage-look"
import { NamedFace } from "@/components/ui/face"
import { ListLink } from "@/components/ui/list-link"
import { StateChip } from "@/components/ui/state-chip"
import type { ClientListRow } from "@/lib/clients/queries"

export interface RowWords {
  stage: (stage: Stage) => string
  date: (at: Date) => string
  /** Days from today. */
  away: (at: Date) => number
  overdue: (days: number) => string
  today: string
  last: string
}

export const clientColumns =
  "grid-cols-[minmax(0,1fr)_76px_120px_84px_88px_112px] xl:grid-cols-[minmax(0,1fr)_84px_172px_96px_104px_120px]"

/** One client, 52 high; on a phone its lines stand under each other. */
export function ClientRow({ client, words }: { client: ClientListRow; words: RowWords }) {
  const second = [client.region, client.department, client.tags].filter(Boolean).join(" · ")
  return (
    <div
      data-row
      className={`${clientColumns} relative items-center gap-x-3 gap-y-1 border-b border-line-soft px-gutter py-1.5 hover:bg-hover has-[[data-open]:focus-visible]:bg-selected has-[[data-open]:focus-visible]:shadow-[inset_2px_0_0_var(--color-accent)] max-md:flex max-md:flex-wrap max-md:py-2.5 md:grid md:min-h-13`}
    >
      <span className="min-w-0 max-md:w-full">
        <ListLink href={`/clients/${client.id}`} className="block max-md:text-field">
          {client.name}
        </ListLink>
        <small className="block truncate text-meta text-ink-2" title={second}>
          {second}
        </small>
      </span>
      <StateChip {...stageLook[client.stage]}>{words.stage(client.stage)}</StateChip>
      <span className="min-w-0 truncate text-control max-md:hidden">
        {client.contact?.name}
        {client.contact?.position && (
          <small className="ml-1.5 text-meta text-ink-2">{client.contact.position}</small>
        )}
      </span>
      <span className="min-w-0 text-control">
        <NamedFace
          person={{ id: client.ownerId, name: client.ownerName, face: client.ownerFace }}
        />
      </span>
      <span className="text-meta whitespace-nowrap text-ink-2 max-md:hidden">
        {client.lastContactAt && (
          <time dateTime={client.lastContactAt.toISOString()}>
            {words.date(client.lastContactAt)}
          </time>
        )}
      </span>
      <Next client={client} words={words} />
    </div>
  )
}

function Next({
  client: { nextContactAt: at },
  words,
}: {
  client: ClientListRow
  words: RowWords
}) {
  if (!at) return <span />
  const days = words.away(at)
  return (
    <span className="justify-self-end text-meta whitespace-nowrap text-ink-2 max-md:ml-auto">
      {days < 0 ? (
        <StateChip icon="state-late" tone="cinnabar" fill="wash" title={words.date(at)}>
          {words.overdue(-days)}
        </StateChip>
      ) : (
        <time
          dateTime={at.toISOString()}
          className={days === 0 ? "font-semibold text-ink" : undefined}
        >
          {days === 0 ? words.today : words.date(at)}
        </time>
      )}
    </span>
  )
}
