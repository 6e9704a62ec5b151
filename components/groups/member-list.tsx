import { getTranslations } from "next-intl/server"
import { GroupMenuAct } from "@/components/groups/group-act"
import { OpenedMenu } from "@/components/groups/opened-menu"
import { Button } from "@/components/ui/button"
import { Face } from "@/components/ui/face"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { MembersFilter } from "@/lib/groups/inputs"
import type { MemberRow, MembersPage } from "@/lib/groups/queries"
import type { PersonActor } from "@/lib/platform/actor"

/** Fewer are seen at a glance. */
const searchedFrom = 20

export async function MemberList({
  actor,
  page,
  filter,
}: {
  actor: PersonActor
  page: MembersPage
  filter: MembersFilter
}) {
  const t = await getTranslations("groups.members")
  const { group, rows, count, next } = page
  const home = `/groups/${group.id}/members`
  const query = filter.q ? `q=${encodeURIComponent(filter.q)}&` : ""
  return (
    <Section
      title={t("title")}
      count={count}
      aside={count >= searchedFrom && <Search home={home} q={filter.q} />}
    >
      {rows.length === 0 && (
        <p role="status" className="py-3 text-control text-ink-2">
          {t("none")}
        </p>
      )}
      <ul>
        {rows.map((row) => (
          <MemberLine key={row.personId} row={row} page={page} self={actor.personId} />
        ))}
      </ul>
      <p className="flex gap-5 pt-3 text-control">
        {(filter.after || filter.q) && (
          <Link href={home} className="link">
            {t(filter.q ? "all" : "first")}
          </Link>
        )}
        {next && (
          <Link href={`${home}?${query}after=${next}`} className="link">
            {t("next")}
          </Link>
        )}
      </p>
    </Section>
  )
}

async function Search({ home, q }: { home: string; q: string | undefined }) {
  const t = await getTranslations("groups.members")
  return (
    <form action={home} className="flex gap-2">
      <Input
        type="search"
        name="q"
        defaultValue={q}
        aria-label={t("search")}
        placeholder={t("search")}
        maxLength={60}
        className="h-button w-40"
      />
      <Button type="submit">{t("find")}</Button>
    </form>
  )
}

async function MemberLine({
  row,
  page,
  self,
}: {
  row: MemberRow
  page: MembersPage
  self: number
}) {
  const [t, times] = await Promise.all([getTranslations("groups"), when()])
  const { personId, name, face, post, department, role, onCall, follows, joinedAt } = row
  const since = t("members.since", { date: times.feed(joinedAt) })
  return (
    <li className="flex min-h-11 items-center gap-3 border-b border-line-soft py-1">
      <Face person={{ id: personId, name, face }} size={28} />
      <div className="min-w-0 flex-1 md:flex md:items-baseline md:gap-2.5">
        <p className="flex items-baseline gap-2 text-ui">
          <Link href={`/people/${personId}`} className="one-word hover:underline">
            {name}
          </Link>
          {personId === self && <span className="text-meta text-ink-3">{t("members.self")}</span>}
          {role === "manager" && (
            <span className="text-meta font-semibold whitespace-nowrap">{t("role.manager")}</span>
          )}
          {onCall && (
            <span className="text-meta whitespace-nowrap text-ink-2">{t("members.onCall")}</span>
          )}
        </p>
        <p className="flex min-w-0 gap-x-2 truncate text-meta text-ink-3">
          <span>{department}</span>
          {post && <span className="min-w-0 truncate">{post}</span>}
        </p>
      </div>
      <time
        dateTime={joinedAt.toISOString()}
        className="text-meta whitespace-nowrap text-ink-3 max-md:hidden"
      >
        {follows ? t("members.follows") : since}
      </time>
      {page.can.manage && <Acts row={row} page={page} />}
    </li>
  )
}

async function Acts({ row, page }: { row: MemberRow; page: MembersPage }) {
  const t = await getTranslations("groups.members")
  const { personId, name, role, onCall, follows } = row
  const who = { groupId: page.group.id, personId }
  return (
    <OpenedMenu id={`member-${personId}`} label={t("acts", { name })} className="-mr-1.5">
      <GroupMenuAct
        act="role"
        fields={{ ...who, role: role === "manager" ? "member" : "manager" }}
        icon="user-check"
      >
        {t(role === "manager" ? "makeMember" : "makeManager")}
      </GroupMenuAct>
      {page.can.change && (
        <GroupMenuAct
          act="onCall"
          fields={{ ...who, onCall: onCall ? "false" : "true" }}
          icon={onCall ? "bell-off" : "bell"}
        >
          {t(onCall ? "takeOffCall" : "putOnCall")}
        </GroupMenuAct>
      )}
      {!follows && (
        <div className="mt-1 border-t border-line pt-1">
          <GroupMenuAct act="remove" fields={who} icon="user-minus" danger>
            {t("remove")}
          </GroupMenuAct>
        </div>
      )}
    </OpenedMenu>
  )
}
