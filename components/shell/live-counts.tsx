"use client"

import { useEffect } from "react"
import { hearOf } from "@/components/shell/live-stream"
import { countInTitle } from "@/components/shell/unread-title"

interface LiveItem {
  href: string
  address: string
  topics: readonly string[]
}

/** Five hundred pages that show one busy group ask one after the other, not all at once. */
const atMostEvery = 4_000
const spread = 3_000

/** Keeps the numbers beside navigation items true without reading the page again. */
export function LiveCounts({ items }: { items: readonly LiveItem[] }) {
  const key = JSON.stringify(items)
  useEffect(() => {
    const live: LiveItem[] = JSON.parse(key)
    const leaves = live.map(follow)
    return () => {
      for (const leave of leaves) leave()
    }
  }, [key])
  return null
}

function follow({ href, address, topics }: LiveItem): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  let stale = false
  const read = async () => {
    timer = undefined
    stale = document.hidden
    if (stale) return
    last = Date.now()
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) show(href, await answer.json())
  }
  const soon = () => {
    const wait = Math.max(100, last + atMostEvery - Date.now())
    timer ??= setTimeout(read, wait + Math.random() * Math.min(wait, spread))
  }
  const looked = () => {
    if (!document.hidden && stale) soon()
  }
  const leave = hearOf(topics, (news) => {
    if (news.type === "change" || news.type === "reset") soon()
  })
  document.addEventListener("visibilitychange", looked)
  return () => {
    leave()
    clearTimeout(timer)
    document.removeEventListener("visibilitychange", looked)
  }
}

function show(href: string, { count, urgent }: { count: number; urgent: boolean }): void {
  countInTitle(href, count)
  for (const mark of document.querySelectorAll<HTMLElement>(`[data-count="${CSS.escape(href)}"]`)) {
    mark.hidden = count === 0
    mark.toggleAttribute("data-urgent", urgent)
    const number = mark.querySelector("[data-number]")
    if (number) number.textContent = count > 99 ? "99+" : String(count)
  }
}
