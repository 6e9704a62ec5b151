"use client"

import { useEffect, useRef, useState } from "react"
import type { Rows } from "@/components/messages/talk-rows"

/** Reads new messages of others out, politely; what was there when the page opened isn't read. */
export function Announcer({ rows, me }: { rows: Rows; me: number }) {
  const last = useRef(rows.rows.at(-1)?.seq ?? 0)
  const [said, setSaid] = useState("")
  useEffect(() => {
    const fresh = rows.rows.filter((row) => row.seq > last.current && row.author.id !== me)
    last.current = Math.max(last.current, rows.rows.at(-1)?.seq ?? 0)
    if (fresh.length > 0)
      setSaid(fresh.map((row) => `${row.author.name}: ${textOf(row.html)}`).join(" "))
  }, [rows, me])
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  )
}

const textOf = (html: string): string =>
  new DOMParser().parseFromString(html, "text/html").body.textContent ?? ""
