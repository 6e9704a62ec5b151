"use client"

import { useTalkSetting } from "@/components/messages/talk-context"
import { StopDialog } from "@/components/outward/stop-dialog"
import type { WayOut } from "@/lib/outward/inputs"
import type { Stop } from "@/lib/outward/stop"

/** The three ways out, in a conversation. */
export function WayDialog(asked: {
  text: string
  stop: Stop
  onlyMask?: boolean | undefined
  onChoose: (way: WayOut | null) => void
}) {
  const { stop: words, help } = useTalkSetting()
  return <StopDialog {...asked} words={words} kinds={help.sensitive.kinds} />
}
