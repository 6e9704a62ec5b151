import type { IconName } from "@/components/ui/icon-names"
import type { Tone } from "@/components/ui/tone"
import type { ClientFilter } from "@/lib/clients/inputs"

export type Stage = NonNullable<ClientFilter["stage"]>

/** No stage asks anybody to act by itself: none is filled. */
export const stageLook = {
  prospect: { icon: "state-todo", tone: "quiet" },
  talks: { icon: "message-square", tone: "accent" },
  active: { icon: "state-doing", tone: "doing" },
  paused: { icon: "state-blocked", tone: "quiet" },
  ended: { icon: "state-done", tone: "quiet" },
} as const satisfies Record<Stage, { icon: IconName; tone: Tone }>

export const methodIcon = {
  phone: "phone",
  online: "video",
  in_person: "users",
} as const satisfies Record<"phone" | "online" | "in_person", IconName>
