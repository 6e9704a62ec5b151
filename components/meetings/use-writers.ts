"use client"

import { useEffect, useRef, useState } from "react"
import { hearOf } from "@/components/shell/live-stream"

const every = 3_000
const writesFor = 6_000

interface Writer {
  person: { id: number; name: string }
  row: string
}

const isWriter = (value: unknown): value is Writer =>
  typeof value === "object" && value !== null && "person" in value && "row" in value

/** Who else is in which row of the minutes, for as long as they type; and saying so oneself. */
export function useWriters(meeting: number, me: number) {
  const [all, setAll] = useState<readonly Writer[]>([])
  const told = useRef({ at: 0, row: "" })
  useEffect(() => {
    const timers = new Map<number, ReturnType<typeof setTimeout>>()
    const leave = hearOf([`meeting:${meeting}`], (news) => {
      if (news.type !== "whole" || news.name !== "writing" || !isWriter(news.data)) return
      const writer = news.data
      if (writer.person.id === me) return
      const others = (now: readonly Writer[]) =>
        now.filter(({ person }) => person.id !== writer.person.id)
      clearTimeout(timers.get(writer.person.id))
      setAll((now) => [...others(now), writer])
      timers.set(
        writer.person.id,
        setTimeout(() => setAll(others), writesFor),
      )
    })
    return () => {
      leave()
      for (const timer of timers.values()) clearTimeout(timer)
    }
  }, [meeting, me])
  return {
    at: (row: string) => all.find((writer) => writer.row === row)?.person.name ?? null,
    tell: (row: string) => {
      const now = Date.now()
      if (told.current.row === row && now - told.current.at < every) return
      told.current = { at: now, row }
      void fetch("/meetings/writing", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id: meeting, row }),
      }).catch(() => undefined)
    },
  }
}

export type Writers = ReturnType<typeof useWriters>
