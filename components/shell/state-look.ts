import type { IconName } from "@/components/ui/icon-names"
import type { Tone } from "@/components/ui/tone"

/** How each state looks, whatever the record. A fill means that somebody has to act. */
export const stateLook = {
  todo: { icon: "state-todo", tone: "quiet", fill: "none" },
  doing: { icon: "state-doing", tone: "doing", fill: "none" },
  need_support: { icon: "hand", tone: "support", fill: "wash" },
  done: { icon: "state-done", tone: "done", fill: "none" },
  pending: { icon: "state-todo", tone: "quiet", fill: "none" },
  blocked: { icon: "hand", tone: "support", fill: "wash" },
  draft: { icon: "state-todo", tone: "quiet", fill: "none" },
  published: { icon: "calendar", tone: "accent", fill: "none" },
  live: { icon: "circle-dot", tone: "doing", fill: "none" },
  ended: { icon: "state-done", tone: "done", fill: "none" },
  cancelled: { icon: "state-closed", tone: "quiet", fill: "none" },
  ticket_new: { icon: "state-todo", tone: "quiet", fill: "none" },
  ticket_doing: { icon: "state-doing", tone: "doing", fill: "none" },
  ticket_waiting: { icon: "hand", tone: "support", fill: "wash" },
  ticket_done: { icon: "state-done", tone: "done", fill: "none" },
  ticket_closed: { icon: "state-closed", tone: "quiet", fill: "none" },
  overdue: { icon: "state-late", tone: "cinnabar", fill: "wash" },
} as const satisfies Record<string, { icon: IconName; tone: Tone; fill: "none" | "wash" }>

export type State = keyof typeof stateLook

export const isState = (code: string): code is State => code in stateLook
