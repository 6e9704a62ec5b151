import { notFound } from "next/navigation"
import type { ReactNode } from "react"
import { GroupHead } from "@/components/groups/group-head"
import { ReadHere } from "@/components/inbox/read-here"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { type GroupPage, groupPage } from "@/lib/groups/queries"
import type { PersonActor } from "@/lib/platform/actor"

/** A page of a group besides its conversation: the head, then what scrolls. */
export async function GroupScreen({
  actor,
  groupId,
  tab,
  children,
}: {
  actor: PersonActor
  groupId: number
  tab: string
  children: (page: GroupPage) => ReactNode
}) {
  const [page, words] = await Promise.all([groupPage(actor, groupId), liveWords()])
  if (!page) notFound()
  return (
    <LiveRegion topics={[`group:${groupId}`]} words={words}>
      <ReadHere kind="group" id={groupId} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <GroupHead actor={actor} group={page.group} tab={tab} />
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="max-w-180 px-gutter pt-5 pb-12">{children(page)}</div>
        </div>
      </div>
    </LiveRegion>
  )
}
