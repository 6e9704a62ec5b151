import { iconOf } from "@/components/shell/kind-icon"
import type { IconName } from "@/components/ui/icon-names"
import { isIn } from "@/lib/audit/groups"
import { registry } from "@/lib/platform/registry"

/** Kinds that have no page and so no icon of their own. */
const others: Readonly<Record<string, IconName>> = {
  settings: "settings",
  sensitivity: "shield",
  department: "network",
  file: "paperclip",
}

export function eventIcon({ type, kind }: { type: string; kind: string }): IconName {
  if (isIn("signin", type)) return "log-in"
  if (isIn("exports", type)) return "download"
  const known = registry().kinds.get(kind)
  return known ? iconOf(known.icon) : (others[kind] ?? "file-text")
}
