"use client"

import { type CSSProperties, useState } from "react"
import { type Tone, toneText } from "@/components/ui/tone"

/** 完成进度 in a pane: a native range, 5 % a step, its figure beside it. */
export function ProgressSlider({
  name,
  label,
  defaultValue,
  tone = "doing",
  disabled,
  onSettle,
}: {
  name: string
  label: string
  defaultValue: number
  tone?: Tone
  disabled?: boolean
  /** Called when the thumb comes to rest: submit here. */
  onSettle?: (percent: number) => void
}) {
  const [percent, setPercent] = useState(defaultValue)
  const style: CSSProperties & { "--at": string } = { "--at": `${percent}%` }
  const settle = () => {
    if (percent !== defaultValue) onSettle?.(percent)
  }
  return (
    <span className={`flex w-full items-center gap-3 ${toneText[tone]}`}>
      <input
        type="range"
        name={name}
        aria-label={label}
        min={0}
        max={100}
        step={5}
        value={percent}
        disabled={disabled}
        style={style}
        className="slider min-w-0 flex-1"
        onChange={(event) => setPercent(event.currentTarget.valueAsNumber)}
        onPointerUp={settle}
        onKeyUp={settle}
      />
      <output className="w-10 text-right font-semibold text-ink">{percent}%</output>
    </span>
  )
}
