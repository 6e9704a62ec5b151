import type { IconName } from "@/components/ui/icon-names"
import type { GroupKind } from "@/lib/groups/group"

/** What stands for a group in lists; a private chat shows a face instead. */
export const groupIcon: Record<GroupKind, IconName> = {
  project: "hash",
  department: "users",
  client: "globe",
  incident: "siren",
  casual: "coffee",
  direct: "message-square",
}
