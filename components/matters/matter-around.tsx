import { getTranslations } from "next-intl/server"
import { isState, stateLook } from "@/components/shell/state-look"
import { Attachments } from "@/components/tasks/attachments"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import { groupPage } from "@/lib/groups/queries"
import type { MatterPage } from "@/lib/matters/page"
import { meetingsOfGroup } from "@/lib/meetings/group-meetings"
import { filesSaidIn } from "@/lib/messages/files-said"
import type { PersonActor } from "@/lib/platform/actor"

/** Of meetings and of a group's files the newest; their own pages have the others. */
const most = 5

interface Around {
  actor: PersonActor
  groupId: number
}

const ruled = "mt-5 border-t border-line pt-4"

/** What belongs to a matter beside its tasks: its files, and the meetings and files of its group. */
export async function MatterAround({ actor, page }: { actor: PersonActor; page: MatterPage }) {
  const { id, groupId, createdAt } = page.matter
  const { can } = page
  return (
    <>
      <Attachments
        kind="matter"
        id={id}
        mayAdd={can.comment}
        mayRemove={can.edit}
        className={ruled}
      />
      {groupId !== null && (
        <>
          <Meetings actor={actor} groupId={groupId} since={createdAt} />
          <GroupFiles actor={actor} groupId={groupId} />
        </>
      )}
    </>
  )
}

async function Meetings({ actor, groupId, since }: Around & { since: Date }) {
  const [t, states, times, found] = await Promise.all([
    getTranslations("matters.page"),
    getTranslations("states"),
    when(),
    meetingsOfGroup(actor, groupId, since, most + 1),
  ])
  if (found.length === 0) return null
  return (
    <Section
      title={t("meetings")}
      size="small"
      className={ruled}
      aside={<All href={`/groups/${groupId}/meetings`} more={found.length > most} />}
    >
      <ul>
        {found.slice(0, most).map(({ id, title, state, startAt }) => (
          <li key={id} className="flex min-h-8 items-center gap-2.5 text-control max-md:min-h-11">
            <Icon name="presentation" size={14} className="text-ink-3" />
            <Link href={`/meetings/${id}`} className="min-w-0 truncate hover:underline">
              {title}
            </Link>
            <span className="ml-auto flex shrink-0 items-center gap-2 text-meta text-ink-3">
              {isState(state) && <StateChip {...stateLook[state]}>{states(state)}</StateChip>}
              <time dateTime={startAt.toISOString()}>{times.date(startAt)}</time>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function GroupFiles({ actor, groupId }: Around) {
  const group = await groupPage(actor, groupId)
  if (!group) return null
  const [t, times, { rows, earlier }] = await Promise.all([
    getTranslations("matters.page"),
    when(),
    filesSaidIn(groupId),
  ])
  if (rows.length === 0) return null
  return (
    <Section
      title={t("groupFiles")}
      size="small"
      className={ruled}
      aside={
        <All href={`/groups/${groupId}/files`} more={rows.length > most || earlier !== null} />
      }
    >
      <ul>
        {rows.slice(0, most).map(({ id, name, author, guest, at }) => (
          <li key={id} className="flex min-h-8 items-center gap-2.5 text-control max-md:min-h-11">
            <Icon name="file-text" size={14} className="text-ink-3" />
            <a href={`/files/${id}`} className="min-w-0 truncate hover:underline">
              {name}
            </a>
            <span className="ml-auto shrink-0 text-meta text-ink-3">
              {guest ?? author} {times.date(at)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function All({ href, more }: { href: string; more: boolean }) {
  const t = await getTranslations("matters.page")
  return more ? (
    <Link href={href} className="link">
      {t("all")}
    </Link>
  ) : null
}
