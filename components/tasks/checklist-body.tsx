"use client"

import { startTransition, useOptimistic, useState } from "react"
import { AddChecks } from "@/components/tasks/add-checks"
import { type Check, CheckRow } from "@/components/tasks/check-row"
import { filled } from "@/components/ui/filled"
import { toast } from "@/components/ui/toast"
import { reportProgressAction } from "@/lib/tasks/actions"
import { moveCheckAction, removeCheckAction, tickCheckAction } from "@/lib/tasks/checklist-actions"

export type ChecklistWords = Record<"add" | "hint" | "move" | "remove" | "suggest", string>

type Change =
  | { does: "tick"; check: number; done: boolean }
  | { does: "move"; check: number; to: number }
  | { does: "remove"; check: number }

/** The list as it will be once the server knows. */
function changed(checks: Check[], change: Change): Check[] {
  const others = checks.filter(({ id }) => id !== change.check)
  const one = checks.find(({ id }) => id === change.check)
  if (!one || change.does === "remove") return others
  if (change.does === "move") return others.toSpliced(change.to, 0, one)
  return checks.map((check) => (check === one ? { ...check, done: change.done } : check))
}

const actions = { tick: tickCheckAction, move: moveCheckAction, remove: removeCheckAction }

export function ChecklistBody({
  id,
  checks: given,
  progress,
  may,
  words,
}: {
  id: number
  checks: Check[]
  /** How far the task is; null when it is done. */
  progress: number | null
  may: boolean
  words: ChecklistWords
}) {
  const [checks, change] = useOptimistic(given, changed)
  const [carried, setCarried] = useState<number | null>(null)
  const run = (one: Change) =>
    startTransition(async () => {
      change(one)
      const { does, ...input } = one
      const answer = await actions[does]({ id, ...input })
      if (!answer.ok) toast(answer.message)
    })
  const place = (check: number, to: number) => {
    if (to >= 0 && to < checks.length) run({ does: "move", check, to })
  }
  const done = checks.filter((check) => check.done).length
  // In the steps of the slider.
  const share = checks.length === 0 ? 0 : Math.round((done / checks.length) * 20) * 5
  return (
    <>
      <ul className="-mx-1.5">
        {checks.map((check, nth) => (
          <CheckRow
            key={check.id}
            taskId={id}
            check={check}
            may={may}
            words={words}
            onTick={(to) => run({ does: "tick", check: check.id, done: to })}
            onRemove={() => run({ does: "remove", check: check.id })}
            onStep={(by) => place(check.id, nth + by)}
            onLift={() => setCarried(check.id)}
            onDrop={() => {
              if (carried !== null && carried !== check.id) place(carried, nth)
              setCarried(null)
            }}
          />
        ))}
      </ul>
      {may && <AddChecks id={id} words={words} />}
      {may && done > 0 && progress !== null && share !== progress && (
        <SuggestedProgress id={id} share={share} sentence={words.suggest} />
      )}
    </>
  )
}

/** Ticking says nothing about progress by itself; one press takes it from the list. */
function SuggestedProgress({
  id,
  share,
  sentence,
}: {
  id: number
  share: number
  sentence: string
}) {
  const report = async () => {
    const answer = await reportProgressAction({ id, progress: share })
    if (!answer.ok) toast(answer.message)
  }
  return (
    <button
      type="button"
      className="link needs-script mt-1.5 text-control max-md:min-h-11"
      onClick={() => startTransition(report)}
    >
      {filled(sentence, { percent: share })}
    </button>
  )
}
