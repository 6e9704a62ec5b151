import { groupIcon } from "@/components/groups/group-icon"
import { Face } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import type { Awaiting } from "@/lib/messages/clock-lists"

/** A group as its kind, a private chat as the other's face: 32, on phones 40. */
export function AwaitingTile({ row: { groupKind, author } }: { row: Awaiting }) {
  if (groupKind === "direct")
    return (
      <span className="shrink-0 max-md:[&>*]:size-10">
        <Face person={author} size={32} />
      </span>
    )
  return (
    <span className="grid size-8 shrink-0 place-items-center rounded-field bg-sunken text-ink-2 max-md:size-10">
      <Icon name={groupIcon[groupKind]} />
    </span>
  )
}
