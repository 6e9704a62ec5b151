import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { GroupMenuAct } from "@/components/groups/group-act"
import { OpenedMenu } from "@/components/groups/opened-menu"
import { Faces } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { menuItem } from "@/components/ui/menu-look"
import type { Group } from "@/lib/groups/group"
import { groupTabs } from "@/lib/groups/group-tabs"
import { type GroupPage, groupPage } from "@/lib/groups/queries"
import type { PersonActor } from "@/lib/platform/actor"

/**
 * What stands over every page of a group: how it is called, who is there, its other pages.
 * @param tab the page one is on, by the name its manifest gives it; `messages` is the conversation
 * @param children icon buttons of the page's own, before ⋯
 */
export async function GroupHead({
  actor,
  group,
  tab,
  children,
}: {
  actor: PersonActor
  group: Group
  tab: string
  children?: ReactNode
}) {
  const [t, locale, page] = await Promise.all([
    getTranslations("groups"),
    getLocale(),
    groupPage(actor, group.id),
  ])
  if (!page) return null
  const { id, kind, archivedAt } = page.group
  const chat = kind === "direct"
  return (
    <header className="shrink-0 border-b border-line">
      <div className="flex items-center gap-2 pr-4 pl-gutter max-md:pr-1 max-md:pl-1 md:h-13">
        <Link
          href="/groups"
          aria-label={t("back")}
          className="grid size-11 shrink-0 place-items-center text-ink-2 md:hidden"
        >
          <Icon name="chevron-left" size={20} />
        </Link>
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2.5 max-md:py-1.5">
          <h1 className="max-w-full truncate text-title max-md:w-full max-md:text-panel">
            {page.title}
          </h1>
          <p className="flex items-baseline gap-2 text-control whitespace-nowrap text-ink-2 max-md:text-meta">
            {chat && page.count <= 2
              ? t(`kind.${kind}`)
              : t("kindAndCount", { kind: t(`kind.${kind}`), count: page.count })}
            {archivedAt && <span className="font-semibold text-ink">{t("archivedMark")}</span>}
          </p>
        </div>
        {!(chat && page.count <= 2) && (
          <Link
            href={`/groups/${id}/members`}
            aria-label={t("facesLabel")}
            className="rounded-full max-md:hidden"
          >
            <Faces
              people={page.faces.map(({ personId, name, face }) => ({ id: personId, name, face }))}
              locale={locale}
              size={24}
              most={4}
            />
          </Link>
        )}
        {children}
        <GroupMenu page={page} />
      </div>
      <GroupTabs page={page} tab={tab} />
    </header>
  )
}

/** Other pages of the group. In a conversation on a phone they are behind ⋯. */
async function GroupTabs({ page: { group }, tab }: { page: GroupPage; tab: string }) {
  const t = await getTranslations("groups")
  const tabs = await groupTabs(group)
  if (tabs.length < 2) return null
  return (
    <nav
      aria-label={t("tabs")}
      className={`flex gap-5 overflow-x-auto px-gutter ${tab === "messages" ? "max-md:hidden" : ""}`}
    >
      {tabs.map(({ name, href, label }) => (
        <Link
          key={name}
          href={href}
          aria-current={name === tab ? "page" : undefined}
          className="flex h-9 shrink-0 items-center border-b-2 border-transparent pt-0.5 text-control whitespace-nowrap text-ink-2 outline-offset-[-2px] hover:text-ink max-md:h-11 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

async function GroupMenu({ page }: { page: GroupPage }) {
  const t = await getTranslations("groups")
  const outside = await getTranslations("guests")
  const { group, mutedAt, pinnedAt, can } = page
  const tabs = (await groupTabs(group)).filter(({ name }) => name !== "messages")
  const item = `${menuItem} hover:bg-hover`
  const on = (now: Date | null) => ({ groupId: group.id, on: now ? "false" : "true" })
  return (
    <OpenedMenu id={`group-menu-${group.id}`} label={t("more")}>
      <GroupMenuAct act="pin" fields={on(pinnedAt)} icon="pin">
        {t(pinnedAt ? "unpin" : "pin")}
      </GroupMenuAct>
      <GroupMenuAct act="mute" fields={on(mutedAt)} icon={mutedAt ? "bell" : "bell-off"}>
        {t(mutedAt ? "unmute" : "mute")}
      </GroupMenuAct>
      <div className="mt-1 border-t border-line pt-1">
        {tabs.map(({ name, href, label }) => (
          <Link key={name} href={href} className={item}>
            {label}
          </Link>
        ))}
        {can.inviteGuest && (
          <Link href={`/guests/new?scope=group:${group.id}`} className={item}>
            {outside("new")}
          </Link>
        )}
        {can.manage && (
          <Link href={`/groups/${group.id}/settings`} className={item}>
            {t("settings")}
          </Link>
        )}
        {can.leave && (
          <Link href={`/groups/${group.id}/members#leave`} className={item}>
            {t("leave")}
          </Link>
        )}
      </div>
    </OpenedMenu>
  )
}
