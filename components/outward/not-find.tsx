"use client"

import { useState } from "react"
import { reportFileFindAction, reportFindAction } from "@/lib/outward/actions"
import type { StopWords } from "@/lib/outward/words-stop"
import type { FindKind } from "@/lib/platform/screening/kinds"
import { exceptFindAction } from "@/lib/settings/actions"

const most = 5

interface Finds {
  kind: FindKind
  found: readonly string[]
  words: StopWords
}
type Answers = Promise<readonly { ok: boolean }[]>

const each = (found: readonly string[], send: (one: string) => Promise<{ ok: boolean }>): Answers =>
  Promise.all([...new Set(found)].slice(0, most).map(send))

/** 不是敏感信息: tells the administrators that finds of a kind are none. Nothing passes by it. */
export function NotFind({ kind, found, words }: Finds) {
  const report = () => each(found, (one) => reportFindAction({ kind, found: one }))
  return <Told label={words.notFind} done={words.noted} send={report} />
}

/** The same of what was found in a file. */
export function NotInFile({ kind, file, words }: Omit<Finds, "found"> & { file: number }) {
  const report = async () => [await reportFileFindAction({ kind, file })]
  return <Told label={words.notFind} done={words.noted} send={report} />
}

/** 加入例外, for who keeps the company's rules: what stands there is no find from now on. */
export function AddException({ found, words }: Omit<Finds, "kind">) {
  // One after the other: each writes the rules that the one before has left.
  const except = async () => {
    const answers: { ok: boolean }[] = []
    for (const one of [...new Set(found)].slice(0, most))
      answers.push(await exceptFindAction({ found: one }))
    return answers
  }
  return <Told label={words.except} done={words.excepted} send={except} />
}

function Told({ label, done, send }: { label: string; done: string; send: () => Answers }) {
  const [state, setState] = useState<"asked" | "sending" | "done">("asked")
  if (state === "done") return <span role="status">{done}</span>
  const press = async () => {
    setState("sending")
    const answers = await send()
    setState(answers.every(({ ok }) => ok) ? "done" : "asked")
  }
  return (
    <button
      type="button"
      className="link needs-script text-ink-2"
      disabled={state === "sending"}
      onClick={() => void press()}
    >
      {label}
    </button>
  )
}
