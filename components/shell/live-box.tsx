"use client"

import { useRouter } from "next/navigation"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { hearOf } from "@/components/shell/live-stream"
import { keepTyped, noteTyping, type Typed } from "@/components/shell/typed"
import { keepPage, useFreshPage } from "@/components/shell/use-fresh-page"

export type LiveWords = {
  /** Why it ended, by reason; `lost` for a record that is no longer this person's to see. */
  reasons: Record<string, string>
  typed: string
  signIn: string
}

/**
 * Keeps what it shows true: reads the page again when a topic changes. When access ends, the
 * content gives way to the reason, and only what the person was typing stays.
 */
export function LiveBox({
  topics,
  since,
  words,
  whole = false,
  children,
}: {
  topics: readonly string[]
  /** What the page knows already: everything until this frame of the stream. */
  since: string
  words: LiveWords
  /** The whole portal rather than one record in it. */
  whole?: boolean
  children: ReactNode
}) {
  const [over, setOver] = useState<{ reason: string; typed: Typed[] } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const fresh = useFreshPage(useRouter())
  const list = topics.join(" ")
  const known = useRef(since)
  known.current = since

  useEffect(() => {
    setOver(null)
    const giveWay = (reason: string) => {
      fresh.stop()
      setOver({ reason, typed: keepTyped(box.current) })
    }
    return hearOf(
      list.split(" ").filter(Boolean),
      (news) => {
        if (news.type === "end") {
          if (whole) giveWay(news.reason)
          else fresh.stop()
        } else if (news.type === "lost" && !whole) giveWay("lost")
        else if (news.type === "change" || news.type === "reset") fresh.soon()
      },
      known.current,
    )
  }, [list, whole, fresh])

  useEffect(() => (over ? keepPage() : undefined), [over])
  return (
    <div ref={box} onInput={noteTyping} className="contents">
      {over ? <Over {...over} words={words} whole={whole} /> : children}
    </div>
  )
}

function Over({
  reason,
  typed,
  words,
  whole,
}: {
  reason: string
  typed: Typed[]
  words: LiveWords
  whole: boolean
}) {
  return (
    <main role="alert" className="mx-auto w-full max-w-140 flex-1 px-4 py-12 text-ink">
      <h1 className="text-title">{words.reasons[reason] ?? words.reasons.signed_out}</h1>
      {typed.length > 0 && <p className="mt-4 text-control text-ink-2">{words.typed}</p>}
      {typed.map((text) => (
        <div key={text.name} className="mt-3 text-control">
          {text.label}
          {/* Marked as typed: if the whole page ends next, it is kept again. */}
          <textarea
            readOnly
            rows={4}
            aria-label={text.label}
            data-typed=""
            defaultValue={text.value}
            className="field-box mt-1 w-full p-2.5"
          />
        </div>
      ))}
      {whole && (
        <a href="/login" className="mt-6 inline-block text-ui font-semibold text-accent-ink">
          {words.signIn}
        </a>
      )}
    </main>
  )
}
