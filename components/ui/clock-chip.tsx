import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"

const looks = {
  calm: "border-line text-ink-2",
  urgent: "border-cinnabar-line text-cinnabar-ink font-semibold",
  over: "border-transparent bg-cinnabar-wash text-cinnabar-ink font-semibold",
}

/** Time left in words; urgent counts in cinnabar, over is filled. */
export function ClockChip({
  state = "calm",
  children,
}: {
  state?: keyof typeof looks
  children: ReactNode
}) {
  return (
    <span
      className={`one-word inline-flex h-5 shrink-0 items-center gap-1 rounded-chip border px-1.5 text-meta ${looks[state]}`}
    >
      <Icon name="timer" size={12} />
      {children}
    </span>
  )
}
