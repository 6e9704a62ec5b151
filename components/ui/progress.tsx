import { type Tone, toneBar } from "@/components/ui/tone"

/** Bar 48 × 3 and figures; `label` names what is measured. */
export function Progress({
  percent,
  tone = "doing",
  label,
  className = "",
}: {
  percent: number
  tone?: Tone
  label?: string
  className?: string
}) {
  return (
    <span className={`inline-flex items-center justify-between gap-2.5 ${className}`}>
      <span
        className="h-0.75 w-12 flex-none overflow-hidden rounded-full bg-track"
        {...(label && {
          role: "progressbar",
          "aria-label": label,
          "aria-valuenow": percent,
          "aria-valuemin": 0,
          "aria-valuemax": 100,
        })}
      >
        <span
          className={`block h-full rounded-full ${toneBar[tone]}`}
          style={{ width: `${percent}%` }}
        />
      </span>
      <span className="one-word min-w-9 text-right text-meta text-ink-2">{percent}%</span>
    </span>
  )
}
