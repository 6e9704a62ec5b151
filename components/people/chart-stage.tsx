"use client"

import { type CSSProperties, type ReactNode, useEffect, useRef } from "react"
import {
  type ChartWords,
  type Move,
  useChartHands,
  useChartKeys,
  useChartSight,
  useChartZoom,
} from "@/components/people/use-chart-sight"
import { IconButton } from "@/components/ui/icon-button"

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
  words: ChartWords
  overview: ReactNode
  children: ReactNode
}) {
  const view = useRef<HTMLDivElement>(null)
  const { zoom, move } = useChartZoom(view, { width, height })
  useChartKeys(words, move)
  useChartHands(view, move)
  const sight = useChartSight(view, at, `${width} ${height} ${zoom}`)
  useEffect(foldSidebar, [])

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
          className="relative w-47 overflow-hidden rounded-field border border-line bg-surface max-md:hidden"
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
        <ZoomColumn zoom={zoom} move={move} words={words} />
      </div>
    </div>
  )
}

function ZoomColumn({ zoom, move, words }: { zoom: number; move: Move; words: ChartWords }) {
  const percent = `${Math.round(zoom * 100)}%`
  return (
    <fieldset
      aria-label={words.zoom}
      className="pointer-events-auto flex w-9 flex-col items-center rounded-field border border-line bg-surface max-md:w-11"
    >
      <IconButton icon="plus" label={words.in} onClick={move.in} className="max-md:size-11" />
      <button
        type="button"
        title={words.whole}
        aria-label={`${words.whole} ${percent}`}
        onClick={move.whole}
        className="h-7 w-full border-y border-line text-key text-ink-2 hover:bg-hover max-md:h-11"
      >
        {percent}
      </button>
      <IconButton icon="minus" label={words.out} onClick={move.out} className="max-md:size-11" />
      <IconButton
        icon="maximize-2"
        label={words.fit}
        onClick={move.fit}
        className="max-md:size-11"
      />
    </fieldset>
  )
}

/** A wide drawing has the sidebar folded, as long as it is open. */
function foldSidebar() {
  const frame = document.querySelector("[data-frame]")
  if (!frame || frame.hasAttribute("data-folded")) return
  frame.setAttribute("data-folded", "")
  return () => frame.removeAttribute("data-folded")
}
