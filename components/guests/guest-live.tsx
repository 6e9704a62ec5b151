"use client"

import { useRouter } from "next/navigation"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { keepTyped, noteTyping, type Typed } from "@/components/shell/typed"
import { useFreshPage } from "@/components/shell/use-fresh-page"

interface EndWords {
  reasons: Record<string, string>
  hint: string
  typed: string
}

/**
 * Keeps a guest's page true. When the invitation ends, what it shows gives way to the reason at
 * once, and only what was being written stays.
 */
export function GuestLive({ words, children }: { words: EndWords; children: ReactNode }) {
  const [over, setOver] = useState<{ reason: string; typed: Typed[] } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const fresh = useFreshPage(useRouter())
  const known = useRef(words)
  known.current = words

  useEffect(() => {
    let stream: EventSource | undefined
    let later: ReturnType<typeof setTimeout> | undefined
    const giveWay = (reason: string) => {
      stream?.close()
      fresh.stop()
      setOver({ reason, typed: keepTyped(box.current) })
    }
    const listen = () => {
      stream = new EventSource("/g/events")
      // What happened before it listened is read with the first word.
      stream.addEventListener("hello", () => fresh.soon())
      stream.addEventListener("change", () => fresh.soon())
      // What it may hear couldn't be looked up: it begins anew, and reads what it missed.
      stream.addEventListener("lost", () => {
        stream?.close()
        clearTimeout(later)
        later = setTimeout(listen, 1_000)
      })
      stream.addEventListener("end", (event) => {
        const { reason } = JSON.parse(event.data)
        if (reason in known.current.reasons) giveWay(reason)
      })
      stream.onerror = () => {
        if (stream?.readyState === EventSource.CLOSED) void ask()
      }
    }
    const ask = async () => {
      const answer = await fetch("/g/events?why").catch(() => null)
      const said = answer?.status === 401 ? await answer.json().catch(() => null) : null
      if (said) giveWay(String(said.reason))
      else later = setTimeout(listen, 3_000)
    }
    listen()
    return () => {
      stream?.close()
      clearTimeout(later)
    }
  }, [fresh])

  return (
    <div ref={box} onInput={noteTyping} className="contents">
      {over ? <Over {...over} words={words} /> : children}
    </div>
  )
}

function Over({ reason, typed, words }: { reason: string; typed: Typed[]; words: EndWords }) {
  return (
    <main role="alert" className="mx-auto w-full max-w-140 px-4 py-12 text-ink">
      <h1 className="text-title">{words.reasons[reason] ?? words.reasons.signed_out}</h1>
      <p className="mt-2 text-ui text-ink-2">{words.hint}</p>
      {typed.length > 0 && <p className="mt-6 text-control text-ink-2">{words.typed}</p>}
      {typed.map((text) => (
        <textarea
          key={text.name}
          readOnly
          rows={4}
          aria-label={text.label}
          defaultValue={text.value}
          className="field-box mt-2 w-full p-2.5"
        />
      ))}
    </main>
  )
}
