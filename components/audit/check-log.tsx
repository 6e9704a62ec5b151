"use client"

import { useRouter } from "next/navigation"
import { useActionState, useEffect, useState } from "react"
import { Icon } from "@/components/ui/icon"
import { checkLogAction } from "@/lib/audit/actions"
import { auditNews } from "@/lib/audit/reading"

type Progress = { done: number; total: number }

/** How the last check ended, and another one: followed here while it goes through the log. */
export function CheckLog({
  state,
  running,
  words,
}: {
  state: { sentence: string; broken: boolean }
  running: Progress | null
  words: { check: string; checking: string; note: string }
}) {
  const [answer, submit, sending] = useActionState(checkLogAction, null)
  const progress = useProgress(running, answer?.ok === true ? answer : null)
  const sentence = progress
    ? words.checking
        .replace("{done}", String(progress.done))
        .replace("{total}", String(progress.total))
    : state.sentence
  return (
    <form
      action={submit}
      className="flex min-w-0 items-center gap-2 pt-3 pb-2 text-control text-ink-3 max-md:px-gutter max-md:pt-0"
    >
      <Icon name={state.broken ? "triangle-alert" : "lock"} size={14} />
      <span role="status" className={state.broken && !progress ? "text-cinnabar-ink" : ""}>
        {answer?.ok === false ? answer.message : sentence}
      </span>
      <button
        type="submit"
        title={words.note}
        disabled={sending || progress !== null}
        className="link whitespace-nowrap disabled:hidden"
      >
        {words.check}
      </button>
    </form>
  )
}

/** Asks once a second while a check runs; when it is over the page is read again. */
function useProgress(running: Progress | null, asked: object | null): Progress | null {
  const router = useRouter()
  const [progress, setProgress] = useState(running)
  useEffect(() => {
    if (!running && !asked) return
    const timer = setInterval(async () => {
      const news = await auditNews(Number.MAX_SAFE_INTEGER).catch(() => null)
      setProgress(news?.check ?? null)
      if (news?.check) return
      clearInterval(timer)
      router.refresh()
    }, 1_000)
    return () => clearInterval(timer)
  }, [running, asked, router])
  return progress
}
