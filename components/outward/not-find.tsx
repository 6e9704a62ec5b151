"use client"

import { useState } from "react"
import { reportFindAction } from "@/lib/outward/actions"
import type { StopWords } from "@/lib/outward/words-stop"
import type { FindKind } from "@/lib/platform/screening/kinds"

const most = 5

/** 不是敏感信息: tells the administrators that finds of a kind are none. Nothing passes by it. */
export function NotFind({
  kind,
  found,
  words,
}: {
  kind: FindKind
  found: readonly string[]
  words: StopWords
}) {
  const [state, setState] = useState<"asked" | "sending" | "noted">("asked")
  if (state === "noted") return <span role="status">{words.noted}</span>
  const report = async () => {
    setState("sending")
    const answers = await Promise.all(
      [...new Set(found)].slice(0, most).map((one) => reportFindAction({ kind, found: one })),
    )
    setState(answers.every(({ ok }) => ok) ? "noted" : "asked")
  }
  return (
    <button
      type="button"
      className="link text-ink-2"
      disabled={state === "sending"}
      onClick={() => void report()}
    >
      {words.notFind}
    </button>
  )
}
