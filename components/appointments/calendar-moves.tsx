"use client"

import type { ReactNode } from "react"
import { DueDialog } from "@/components/appointments/due-dialog"
import type { MoveWords } from "@/components/appointments/move-words"
import { useBeginning } from "@/components/appointments/use-beginning"
import { useCarrying } from "@/components/appointments/use-carrying"
import { useMoving } from "@/components/appointments/use-moving"
import { usePointer } from "@/components/appointments/use-pointer"

/** The days of the calendar, on which entries move by pointer and by key. */
export function CalendarMoves({
  words,
  timeZone,
  children,
}: {
  words: MoveWords
  timeZone: string
  children: ReactNode
}) {
  const { said, say, asked, setAsked, move, give, sentence } = useMoving(words, timeZone)
  const { box, handlers } = usePointer(timeZone, move)
  useBeginning(box)
  const onKeyDown = useCarrying(timeZone, {
    move,
    tell: (what, entry, to) => say(sentence(words[what], { entry, to })),
  })
  return (
    // The entries inside are links; what is caught here is only how they are carried.
    // biome-ignore lint/a11y/noStaticElementInteractions: delegates for the links inside
    <div
      className="flex min-h-0 min-w-0 flex-1 flex-col"
      data-calendar=""
      onKeyDown={onKeyDown}
      ref={box}
      {...handlers}
    >
      {children}
      <p role="status" className="sr-only">
        {said}
      </p>
      {asked && (
        <DueDialog
          title={sentence(words.due, asked)}
          words={words}
          give={give}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
