import { type Tone, toneBar } from "@/components/ui/tone"

/** Bar 48 × 3 and how many of how many; a dash where there is nothing to count. */
export function Tally({
  done,
  all,
  tone,
  label,
}: {
  done: number
  all: number
  tone: Tone
  label: string
}) {
  if (all === 0) return <span className="text-meta text-ink-3">—</span>
  return (
    <span className="inline-flex items-center gap-2.5">
      <span
        role="progressbar"
        aria-label={label}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={all}
        className="h-0.75 w-12 flex-none overflow-hidden rounded-full bg-track"
      >
        <span
          className={`block h-full rounded-full ${toneBar[tone]}`}
          style={{ width: `${(done / all) * 100}%` }}
        />
      </span>
      <span className="one-word min-w-9 text-right text-meta text-ink-2">
        {done} / {all}
      </span>
    </span>
  )
}
