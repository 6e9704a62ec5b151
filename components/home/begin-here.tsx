import { getTranslations } from "next-intl/server"
import { groupIcon } from "@/components/groups/group-icon"
import { DayLine } from "@/components/home/day-line"
import { directoryAddress } from "@/components/people/directory-address"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import type { GroupLine } from "@/lib/messages/list"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"

const most = 4

/** 从这里开始: where a day that asks nothing leads on to, for who is new above all. */
export async function BeginHere({
  actor,
  groups,
}: {
  actor: PersonActor
  /** In which nothing is new. */
  groups: readonly GroupLine[]
}) {
  const [t, kinds, times, { departments }] = await Promise.all([
    getTranslations("home.begin"),
    getTranslations("groups.kind"),
    when(),
    organisation(db()),
  ])
  const { departmentId: department } = actor
  const home = departments.get(department)?.name ?? ""
  return (
    <Section title={t("title")}>
      {groups.slice(0, most).map(({ id, kind, name, at }) => (
        <DayLine
          key={id}
          icon={groupIcon[kind]}
          label={kinds(kind)}
          href={`/groups/${id}`}
          name={name}
        >
          <time dateTime={at}>{times.feed(new Date(at))}</time>
        </DayLine>
      ))}
      {groups.length === 0 && (
        <DayLine icon="hash" label={t("groups")} href="/groups/browse" name={t("browse")} />
      )}
      <DayLine
        icon="users"
        label={t("colleagues")}
        href={directoryAddress({ department })}
        name={t("colleaguesOf", { department: home })}
      />
      <DayLine icon="user" label={t("profile")} href="/settings" name={t("profileOf")} />
    </Section>
  )
}
