import { getTranslations } from "next-intl/server"
import { registry } from "@/lib/platform/registry"

const named = ["task", "matter", "client", "ticket", "message", "group", "person"] as const

/** The kinds that a search can be narrowed to, everything first. */
export async function searchableKinds(): Promise<{ key: string; label: string }[]> {
  const [t, all] = await Promise.all([
    getTranslations("search.kind"),
    getTranslations("shell.palette"),
  ])
  const kinds = named.filter((name) => registry().kinds.has(name))
  return [{ key: "", label: all("all") }, ...kinds.map((key) => ({ key, label: t(key) }))]
}
