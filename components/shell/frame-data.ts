import { cookies } from "next/headers"
import { getLocale, getTranslations } from "next-intl/server"
import { frameWords } from "@/components/shell/frame-sentences"
import type { NavGroup } from "@/components/shell/frame-words"
import { iconOf } from "@/components/shell/kind-icon"
import { unreadCount } from "@/lib/notifications/queries"
import { topicOf } from "@/lib/platform/access"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import type { NavItem } from "@/lib/platform/module"
import { inboxTopic } from "@/lib/platform/notify"
import { registry } from "@/lib/platform/registry"
import { pageActor } from "@/lib/platform/session"
import { settings } from "@/lib/platform/settings"

const groups = ["mine", "together", "meetings", "clients", "growth", "manage"] as const

/** Everything the frame shows, for whoever is signed in. */
export async function frameData() {
  const actor = await pageActor()
  const [locale, words, { company }, unread, jar] = await Promise.all([
    getLocale(),
    frameWords(),
    settings(),
    unreadCount(actor),
    cookies(),
  ])
  const create = registry()
    .modules.flatMap((module) => module.create ?? [])
    .filter((item) => item.can(actor))
    .map(({ href, icon, label, keys }) => ({
      href,
      icon: iconOf(icon),
      label: label[locale],
      ...(keys && { keys }),
    }))
  return {
    nav: await navOf(actor, locale),
    company: company.name,
    me: { id: actor.personId, name: actor.name, face: actor.face },
    words: words.frame,
    create,
    actions: create,
    inbox: { href: "/inbox", count: unread },
    settings: "/settings",
    signOut: "/sign-out",
    folded: jar.get("qibu_sidebar")?.value === "folded",
    live: { topics: [`person:${actor.personId}`, inboxTopic(actor.personId)], words: words.live },
  }
}

export type FrameData = Awaited<ReturnType<typeof frameData>>

/** The homes whose lists a page may show: their topics say that something in them changed. */
export const homeTopics = (actor: PersonActor): string[] =>
  [...actor.principals.keys()]
    .filter((principal) => principal.startsWith("department:"))
    .map(topicOf)

async function navOf(actor: PersonActor, locale: Locale): Promise<NavGroup[]> {
  const t = await getTranslations("shell")
  const home: NavItem = {
    group: "mine",
    order: 0,
    href: "/",
    icon: "sun",
    label: { zh: t("home"), en: t("home") },
    keys: "g h",
  }
  const items = [home, ...registry().modules.flatMap((module) => module.nav ?? [])].filter(
    (item) =>
      (!item.duties || item.duties.some((duty) => actor.duties.has(duty))) &&
      (item.shown?.(actor) ?? true),
  )
  const counted = await Promise.all(
    items.map(async (item) => ({
      item,
      mark: (await item.count?.(actor)) ?? { count: 0, urgent: false },
    })),
  )
  return groups
    .map((group) => ({
      group: t(`group.${group}`),
      items: counted
        .filter(({ item }) => item.group === group)
        .sort((a, b) => a.item.order - b.item.order)
        .map(({ item, mark }) => ({
          href: item.href,
          label: item.label[locale],
          icon: iconOf(item.icon),
          ...(mark.count > 0 && { count: mark.count }),
          ...(mark.urgent && { urgent: true }),
          ...(item.keys && { keys: item.keys }),
          ...(item.live && {
            live: { address: item.live.address, topics: item.live.topics(actor) },
          }),
        })),
    }))
    .filter((group) => group.items.length > 0)
}
