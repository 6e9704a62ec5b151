import { getLocale, getTranslations } from "next-intl/server"
import type { NamedKeys } from "@/components/shell/shortcuts-list"
import type { PersonActor } from "@/lib/platform/actor"
import { registry } from "@/lib/platform/registry"

/** What the keys do for this person: everywhere, in lists, in the inbox. */
export async function everyShortcut(actor: PersonActor): Promise<NamedKeys[]> {
  return [...(await frameKeys(actor)), ...(await listKeys()), ...(await inboxKeys())]
}

async function frameKeys(actor: PersonActor): Promise<NamedKeys[]> {
  const [t, locale] = await Promise.all([getTranslations("shell"), getLocale()])
  const { modules } = registry()
  const go = modules
    .flatMap((module) => module.nav ?? [])
    .filter(({ duties }) => !duties || duties.some((duty) => actor.duties.has(duty)))
    .sort((a, b) => a.order - b.order)
  const make = modules.flatMap((module) => module.create ?? []).filter(({ can }) => can(actor))
  const group = t("sheet.go")
  return [
    { keys: "⌘K", label: t("search"), group },
    { keys: "?", label: t("sheet.show"), group },
    { keys: "g h", label: t("home"), group },
    ...go.flatMap(({ keys, label }) => (keys ? [{ keys, label: label[locale], group }] : [])),
    ...make.flatMap(({ keys, label }) =>
      keys ? [{ keys, label: label[locale], group: t("create") }] : [],
    ),
  ]
}

async function listKeys(): Promise<NamedKeys[]> {
  const t = await getTranslations("tasks.keys")
  const group = t("list")
  return [
    { keys: "j", label: t("down"), group },
    { keys: "k", label: t("up"), group },
    { keys: "↵", label: t("open"), group },
    { keys: "e", label: t("edit"), group },
    { keys: "Esc", label: t("back"), group },
  ]
}

async function inboxKeys(): Promise<NamedKeys[]> {
  const t = await getTranslations("notifications")
  const group = t("title")
  return [
    { keys: "d", label: t("markDone"), group },
    { keys: "h", label: t("later"), group },
    { keys: "r", label: t("reply"), group },
    { keys: "u", label: t("markUnread"), group },
  ]
}
