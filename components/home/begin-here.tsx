import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { groupIcon } from "@/components/groups/group-icon"
import { directoryAddress } from "@/components/people/directory-address"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"
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
        <Way key={id} icon={groupIcon[kind]} label={kinds(kind)} href={`/groups/${id}`} name={name}>
          <time dateTime={at}>{times.feed(new Date(at))}</time>
        </Way>
      ))}
      {groups.length === 0 && (
        <Way icon="hash" label={t("groups")} href="/groups/browse" name={t("browse")} />
      )}
      <Way
        icon="users"
        label={t("colleagues")}
        href={directoryAddress({ department })}
        name={t("colleaguesOf", { department: home })}
      />
      <Way icon="user" label={t("profile")} href="/settings" name={t("profileOf")} />
    </Section>
  )
}

function Way({
  icon,
  label,
  href,
  name,
  children,
}: {
  icon: IconName
  label: string
  href: string
  name: string
  children?: ReactNode
}) {
  return (
    <div className="relative grid h-9 grid-cols-[120px_minmax(0,1fr)_112px] items-center gap-x-4 border-b border-line-soft hover:bg-hover max-md:flex max-md:h-auto max-md:flex-wrap max-md:gap-y-1 max-md:py-2.5">
      <span className="flex items-center gap-1.5 text-meta text-ink-2">
        <Icon name={icon} size={14} className="text-ink-3" />
        {label}
      </span>
      <Link
        href={href}
        className="truncate text-ui after:absolute after:inset-0 max-md:order-first max-md:w-full"
      >
        {name}
      </Link>
      <span className="text-right text-meta text-ink-3 max-md:ml-auto">{children}</span>
    </div>
  )
}
