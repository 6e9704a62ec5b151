import type { ReactNode } from "react"
import { GroupsFrame } from "@/components/messages/groups-frame"
import { pageActor } from "@/lib/platform/session"

/** One's groups at the left, and beside them whatever was opened. On a phone one of the two shows. */
export default async function GroupsLayout({ children }: { children: ReactNode }) {
  return <GroupsFrame actor={await pageActor()}>{children}</GroupsFrame>
}
