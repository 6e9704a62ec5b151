"use client"

import { useEffect, useState } from "react"
import { subscribeHere, whetherPush } from "@/components/notifications/push-browser"
import type { PushWords } from "@/components/notifications/push-words"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { addPushAction } from "@/lib/notifications/push-actions"

/** Turns push on for this browser, or says why it can't be. */
export function PushHere({
  publicKey,
  on,
  words,
}: {
  publicKey: string
  on: boolean
  words: PushWords
}) {
  const [can, setCan] = useState<ReturnType<typeof whetherPush> | null>(null)
  const [problem, setProblem] = useState("")
  const [busy, setBusy] = useState(false)
  useEffect(() => setCan(whetherPush()), [])
  if (on || can === null) return null
  if (can !== "yes") return <p className="mt-3 text-control text-ink-2">{words[can]}</p>
  const turnOn = async () => {
    setBusy(true)
    setProblem("")
    const given = await subscribeHere(publicKey)
    const answer = typeof given === "string" ? null : await addPushAction(null, given)
    if (typeof given === "string") setProblem(words[given])
    else if (answer?.ok === false) setProblem(answer.message)
    setBusy(false)
  }
  return (
    <div className="mt-4">
      <Button onClick={turnOn} disabled={busy}>
        {words.turnOn}
      </Button>
      {problem && <FieldError>{problem}</FieldError>}
    </div>
  )
}
