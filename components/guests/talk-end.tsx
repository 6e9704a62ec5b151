"use client"

import { useEffect, useRef } from "react"

/** Pixels from the end within which somebody is taken to read along. */
const near = 240

/** Stands behind the newest message: a talk opens there, and stays there while one reads along. */
export function TalkEnd({ last }: { last: number }) {
  const mark = useRef<HTMLSpanElement>(null)
  const seen = useRef(0)
  useEffect(() => {
    const { current } = mark
    const scroller = current?.closest("main")
    if (!current || !scroller || seen.current === last) return
    const below = current.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom
    if (seen.current === 0 || below < near) current.scrollIntoView({ block: "end" })
    seen.current = last
  }, [last])
  return <span ref={mark} className="block scroll-mb-4" />
}
