import { getLocale } from "next-intl/server"
import { registry } from "@/lib/platform/registry"
import type { Group } from "./group"
import { words } from "./words"

/** The pages that a group has, the conversation first, in the reader's language. */
export async function groupTabs({ id, kind }: Pick<Group, "id" | "kind">) {
  const locale = await getLocale()
  const tabs = registry()
    .modules.flatMap((module) => [...(module.groupTabs ?? [])])
    .filter(({ kinds }) => !kinds || kinds.includes(kind))
    .sort((a, b) => a.order - b.order)
  return [
    { name: "messages", href: `/groups/${id}`, label: words[locale].tab.messages },
    ...tabs.map(({ name, path, label }) => ({
      name,
      href: `/groups/${id}${path}`,
      label: label[locale],
    })),
  ]
}
