"use client"

import { useEffect, useRef, useState } from "react"
import type { MessageView } from "@/lib/messages/view"

/** Reads new messages of others out, politely; what was there when the page opened isn't read. */
export function Announcer({ rows, me }: { rows: readonly MessageView[]; me: number }) {
  const last = useRef(rows.at(-1)?.seq ?? 0)
  const [said, setSaid] = useState<readonly MessageView[]>([])
  useEffect(() => {
    const fresh = rows.filter((row) => row.seq > last.current && row.author.id !== me)
    last.current = Math.max(last.current, rows.at(-1)?.seq ?? 0)
    const gone = (id: number) => rows.some((row) => row.id === id && row.html === "")
    if (fresh.length > 0) setSaid(fresh)
    // What was taken back isn't left standing here.
    else setSaid((now) => (now.some(({ id }) => gone(id)) ? [] : now))
  }, [rows, me])
  return (
    <p aria-live="polite" className="sr-only">
      {said.map((row) => `${row.author.name}: ${textOf(row.html)}`).join(" ")}
    </p>
  )
}

const textOf = (html: string): string =>
  new DOMParser().parseFromString(html, "text/html").body.textContent ?? ""
