const tones = { calm: "text-ink-3", last: "text-support", urgent: "text-cinnabar" }

/** Time left as a ring, always with digits beside it. `left` is 0–1; last quarter turns amber. */
export function Ring({
  left,
  urgent = false,
  size = 16,
}: {
  left: number
  urgent?: boolean
  size?: 14 | 16
}) {
  const share = Math.min(1, Math.max(0, left))
  const tone = urgent ? "urgent" : share <= 0.25 ? "last" : "calm"
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={`flex-none -rotate-90 fill-none ${tones[tone]}`}
      strokeWidth={2.4}
    >
      <circle cx="8" cy="8" r="6" className="stroke-track" />
      <circle
        cx="8"
        cy="8"
        r="6"
        stroke="currentColor"
        pathLength={100}
        strokeDasharray={`${share * 100} 100`}
      />
    </svg>
  )
}
