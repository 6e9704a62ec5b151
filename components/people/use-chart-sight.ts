"use client"

import { useRouter, useSearchParams } from "next/navigation"
import { type RefObject, useEffect, useMemo, useState } from "react"
import { followPress, followPrint, walkTree } from "@/components/people/chart-keys"
import { dragged, type Sight, sightOf, zoomedAt } from "@/components/people/chart-sight"
import { registerShortcut } from "@/components/shell/shortcuts"

type View = RefObject<HTMLDivElement | null>

export type ChartWords = Record<
  "group" | "zoom" | "in" | "out" | "fit" | "whole" | "overview",
  string
>

const step = 1.25

/** How large the drawing is shown, and what changes that. */
export function useChartZoom(view: View, { width, height }: { width: number; height: number }) {
  const [zoom, setZoom] = useState(1)
  const move = useMemo(() => {
    const to = (next: (now: number) => number, place?: { x: number; y: number }) =>
      setZoom((now) => zoomedAt(view.current, now, next(now), place))
    return {
      in: () => to((now) => now * step),
      out: () => to((now) => now / step),
      whole: () => to(() => 1),
      fit: () => {
        const box = view.current
        if (box) to(() => Math.min(box.clientWidth / width, box.clientHeight / height, 1))
      },
      wheel: (event: WheelEvent) => {
        event.preventDefault()
        const place = { x: event.clientX, y: event.clientY }
        to((now) => now * Math.exp(-event.deltaY * 0.0015), place)
      },
    }
  }, [view, width, height])
  return { zoom, move }
}

export type Move = ReturnType<typeof useChartZoom>["move"]

/** The keys 0 + − while the chart is open. */
export function useChartKeys(words: ChartWords, move: Move): void {
  useEffect(() => {
    const { group } = words
    const undo = [
      registerShortcut({ keys: "0", label: words.fit, group, run: move.fit }),
      registerShortcut({ keys: "+", label: words.in, group, run: move.in }),
      registerShortcut({ keys: "=", label: words.in, group, run: move.in }),
      registerShortcut({ keys: "-", label: words.out, group, run: move.out }),
    ]
    return () => {
      for (const run of undo) run()
    }
  }, [words, move])
}

/** Dragging, the wheel, arrow keys, and presses that change the address. */
export function useChartHands(view: View, { wheel }: Move): void {
  const router = useRouter()
  useEffect(() => {
    const box = view.current
    if (!box) return
    const undo = [
      dragged(box),
      walkTree(box),
      // Not `push`: below /people the router takes every address for a person beside the list.
      followPress((href) => {
        history.pushState(null, "", href)
        router.refresh()
      }),
      followPrint(),
    ]
    const back = () => router.refresh()
    addEventListener("popstate", back)
    box.addEventListener("wheel", wheel, { passive: false })
    return () => {
      removeEventListener("popstate", back)
      box.removeEventListener("wheel", wheel)
      for (const run of undo) run()
    }
  }, [view, router, wheel])
}

/** What is in sight; whenever the drawing changes, the department `at` is. */
export function useChartSight(view: View, at: number, drawn: string): Sight | null {
  const [sight, setSight] = useState<Sight | null>(null)
  const asked = useSearchParams().toString()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address draws a new picture
  useEffect(() => {
    const near = { block: "nearest", inline: "nearest" } as const
    view.current?.querySelector(`[data-key="dept:${at}"]`)?.scrollIntoView(near)
  }, [view, at, asked])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size is another sight
  useEffect(() => {
    const box = view.current
    if (!box) return
    const look = () => setSight(sightOf(box))
    look()
    box.addEventListener("scroll", look, { passive: true })
    addEventListener("resize", look)
    return () => {
      box.removeEventListener("scroll", look)
      removeEventListener("resize", look)
    }
  }, [view, asked, drawn])
  return sight
}
