"use client"

import { useEffect, useRef, useState } from "react"
import { look } from "@/components/messages/talk-requests"
import { hearOf } from "@/components/shell/live-stream"
import type { GroupLine } from "@/lib/messages/list"

const atMostEvery = 2_000

/**
 * One's groups, kept true: read again when something is said in one of them, or when one read on
 * another device, at most every two seconds and only while somebody looks. One that is taken away
 * goes at once.
 */
export function useGroupList(personId: number, first: readonly GroupLine[]) {
  const [groups, setGroups] = useState(first)
  const ids = groups
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)
    .join(" ")
  const last = useRef(0)
  useEffect(() => setGroups(first), [first])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stale = false
    const read = async () => {
      timer = undefined
      stale = document.hidden
      if (stale) return
      last.current = Date.now()
      const found = await look<GroupLine[]>("list", {})
      if (found) setGroups(found)
    }
    const soon = () => {
      const wait = Math.max(50, last.current + atMostEvery - Date.now()) + Math.random() * 200
      timer ??= setTimeout(read, wait)
    }
    const looked = () => !document.hidden && stale && soon()
    const topics = ids.split(" ").filter(Boolean)
    const leave = hearOf(
      [`own:${personId}`, `person:${personId}`, ...topics.map((id) => `home:group:${id}`)],
      (news) => {
        if (news.type === "lost")
          setGroups((now) => now.filter(({ id }) => news.topic !== `home:group:${id}`))
        else if (news.type === "change" || news.type === "reset") soon()
      },
    )
    document.addEventListener("visibilitychange", looked)
    return () => {
      leave()
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", looked)
    }
  }, [personId, ids])
  return groups
}
