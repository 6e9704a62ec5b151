"use client"

import { type PointerEvent, useEffect, useRef, useState } from "react"

const shown = 192
const kept = 512

export interface Cut {
  zoom: number
  /** Where the square lies, 0 to 1 of the room there is. */
  x: number
  y: number
}

export const middle: Cut = { zoom: 1, x: 0.5, y: 0.5 }

function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, { zoom, x, y }: Cut) {
  const side = Math.min(picture.width, picture.height) / zoom
  const { width } = canvas
  canvas
    .getContext("2d")
    ?.drawImage(
      picture,
      (picture.width - side) * x,
      (picture.height - side) * y,
      side,
      side,
      0,
      0,
      width,
      width,
    )
}

/** The square alone, as it is sent. */
export function cutOut(picture: ImageBitmap, cut: Cut): Promise<Blob | null> {
  const canvas = document.createElement("canvas")
  canvas.width = kept
  canvas.height = kept
  draw(canvas, picture, cut)
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.92))
}

/** The picture under a square window: dragged, or moved by the three sliders. */
export function FaceCrop({
  picture,
  cut,
  onCut,
  words,
}: {
  picture: ImageBitmap
  cut: Cut
  onCut: (cut: Cut) => void
  words: Record<"preview" | "zoom" | "across" | "down", string>
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [held, setHeld] = useState<{ x: number; y: number } | null>(null)
  useEffect(() => {
    if (canvas.current) draw(canvas.current, picture, cut)
  }, [picture, cut])
  const move = (event: PointerEvent) => {
    if (!held) return
    const by = (pixels: number, long: number) => {
      const side = Math.min(picture.width, picture.height) / cut.zoom
      return long === side ? 0 : (pixels * (side / shown)) / (long - side)
    }
    const inside = (value: number) => Math.min(1, Math.max(0, value))
    onCut({
      ...cut,
      x: inside(cut.x - by(event.clientX - held.x, picture.width)),
      y: inside(cut.y - by(event.clientY - held.y, picture.height)),
    })
    setHeld({ x: event.clientX, y: event.clientY })
  }
  return (
    <div className="flex flex-wrap items-center gap-5">
      <canvas
        ref={canvas}
        width={shown}
        height={shown}
        role="img"
        aria-label={words.preview}
        className="size-48 touch-none rounded-full"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setHeld({ x: event.clientX, y: event.clientY })
        }}
        onPointerMove={move}
        onPointerUp={() => setHeld(null)}
      />
      <div className="grid w-56 gap-3 text-control text-ink-2">
        <Slide
          label={words.zoom}
          min={1}
          max={4}
          value={cut.zoom}
          onMove={(zoom) => onCut({ ...cut, zoom })}
        />
        <Slide
          label={words.across}
          min={0}
          max={1}
          value={cut.x}
          onMove={(x) => onCut({ ...cut, x })}
        />
        <Slide
          label={words.down}
          min={0}
          max={1}
          value={cut.y}
          onMove={(y) => onCut({ ...cut, y })}
        />
      </div>
    </div>
  )
}

function Slide({
  label,
  min,
  max,
  value,
  onMove,
}: {
  label: string
  min: number
  max: number
  value: number
  onMove: (value: number) => void
}) {
  return (
    <label className="grid gap-1">
      {label}
      <input
        type="range"
        min={min}
        max={max}
        step={0.01}
        value={value}
        className="slider"
        onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
      />
    </label>
  )
}
