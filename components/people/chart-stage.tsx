"use client"

import { useRouter, useSearchParams } from "next/navigation"
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from "react"
import { followPress, followPrint, walkTree } from "@/components/people/chart-keys"
import { dragged, type Sight, sightOf, zoomedAt } from "@/components/people/chart-sight"
import { registerShortcut } from "@/components/shell/shortcuts"
import { IconButton } from "@/components/ui/icon-button"

type Words = Record<"group" | "zoom" | "in" | "out" | "fit" | "whole" | "overview", string>

const step = 1.25

/** Zooms and moves a drawing of `width` × `height`; without script it scrolls by itself. */
export function ChartStage({
  width,
  height,
  at,
  words,
  overview,
  children,
}: {
  width: number
  height: number
  /** The department that should be in sight. */
  at: number
  words: Words
  overview: ReactNode
  children: ReactNode
}) {
  const view = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  const [sight, setSight] = useState<Sight | null>(null)
  const router = useRouter()
  const asked = useSearchParams().toString()
  const move = useMemo(() => {
    const to = (next: (now: number) => number, place?: { x: number; y: number }) =>
      setZoom((now) => zoomedAt(view.current, now, next(now), place))
    return {
      to,
      in: () => to((now) => now * step),
      out: () => to((now) => now / step),
      whole: () => to(() => 1),
      fit: () => {
        const box = view.current
        if (box) to(() => Math.min(box.clientWidth / width, box.clientHeight / height, 1))
      },
    }
  }, [width, height])

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
  useEffect(() => {
    const box = view.current
    if (!box) return
    const undo = [
      dragged(box),
      walkTree(box),
      followPress(box, (href) => router.push(href, { scroll: false })),
      followPrint(),
    ]
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const factor = Math.exp(-event.deltaY * 0.0015)
      move.to((now) => now * factor, { x: event.clientX, y: event.clientY })
    }
    box.addEventListener("wheel", onWheel, { passive: false })
    return () => {
      box.removeEventListener("wheel", onWheel)
      for (const run of undo) run()
    }
  }, [router, move])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address draws a new picture
  useEffect(() => {
    const box = view.current
    if (!box) return
    box
      .querySelector(`[data-key="dept:${at}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" })
    const look = () => setSight(sightOf(box))
    look()
    box.addEventListener("scroll", look, { passive: true })
    addEventListener("resize", look)
    return () => {
      box.removeEventListener("scroll", look)
      removeEventListener("resize", look)
    }
  }, [at, asked, zoom, width, height])

  const style: CSSProperties & Record<"--zoom", number> = { "--zoom": zoom }
  return (
    <div className="relative min-h-0 flex-1 bg-paper print:bg-transparent">
      <section
        ref={view}
        aria-label={words.group}
        style={style}
        className="chart-view absolute inset-0 overflow-auto print:static print:overflow-visible"
      >
        {children}
      </section>
      <div className="needs-script pointer-events-none absolute right-6 bottom-6 flex items-end gap-2 max-md:right-4 max-md:bottom-4 print:hidden">
        <div
          role="img"
          aria-label={words.overview}
          className="relative w-47 overflow-hidden rounded-field border border-line bg-surface p-0 max-md:hidden"
          style={{ height: Math.min(140, Math.max(24, (188 * height) / width)) }}
        >
          {overview}
          {sight && (
            <span
              className="absolute border border-ink"
              style={{
                left: `${sight.left * 100}%`,
                top: `${sight.top * 100}%`,
                width: `${sight.width * 100}%`,
                height: `${sight.height * 100}%`,
              }}
            />
          )}
        </div>
        <fieldset
          aria-label={words.zoom}
          className="pointer-events-auto flex w-9 flex-col items-center rounded-field border border-line bg-surface max-md:w-11"
        >
          <IconButton icon="plus" label={words.in} onClick={move.in} className="max-md:size-11" />
          <button
            type="button"
            title={words.whole}
            aria-label={`${words.whole} ${Math.round(zoom * 100)}%`}
            onClick={move.whole}
            className="h-7 w-full border-y border-line text-key text-ink-2 hover:bg-hover max-md:h-11"
          >
            {Math.round(zoom * 100)}%
          </button>
          <IconButton
            icon="minus"
            label={words.out}
            onClick={move.out}
            className="max-md:size-11"
          />
          <IconButton
            icon="maximize-2"
            label={words.fit}
            onClick={move.fit}
            className="max-md:size-11"
          />
        </fieldset>
      </div>
    </div>
  )
}
