"use client"

import { Popover } from "radix-ui"
import { useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { Button } from "@/components/ui/button"
import { IconButton } from "@/components/ui/icon-button"

/** 定时发送: a moment in company time. */
export function LaterButton({ onLater }: { onLater: (at: string) => void }) {
  const { words, help } = useTalkSetting()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState("")
  const first = help.days.find(({ noon }) => noon.at > Date.now())
  const send = () => {
    const moment = instantIn(help.timeZone, at)
    if (!moment) return
    setOpen(false)
    onLater(moment)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton icon="calendar-clock" label={words.write.later} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          aria-label={words.write.later}
          className="z-40 w-69 animate-rise rounded-box border border-line bg-raised p-3 shadow-raised outline-none"
        >
          <label className="block text-meta text-ink-2">
            {words.write.laterAt}
            <input
              type="datetime-local"
              value={at}
              min={first?.day && `${first.day}T00:00`}
              onChange={(event) => setAt(event.currentTarget.value)}
              className="field-box mt-1 h-field w-full px-2.5 text-control"
            />
          </label>
          <div className="mt-3 flex justify-end">
            <Button tone="primary" onClick={send} disabled={at === ""}>
              {words.write.later}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The instant of a wall clock in a time zone: what its offset makes of it, looked at twice. */
function instantIn(timeZone: string, local: string): string | null {
  const wall = Date.parse(`${local}Z`)
  if (Number.isNaN(wall)) return null
  let at = wall
  for (let look = 0; look < 2; look++) at = wall - offsetAt(timeZone, at)
  return new Date(at).toISOString()
}

function offsetAt(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at)
  return Date.parse(`${parts.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000
}
