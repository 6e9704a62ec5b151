import { cx } from "@/components/ui/cx"

const looks = { off: "bg-done-wash text-done", work: "bg-support-wash text-support" }

/** 休 or 班, 18 high. */
export function DayMark({ kind, word }: { kind: "off" | "work"; word: string }) {
  return (
    <span
      className={cx(
        "one-word inline-grid h-4.5 min-w-4.5 shrink-0 place-items-center justify-self-start rounded-chip px-0.5 text-meta leading-none font-semibold",
        looks[kind],
      )}
    >
      {word}
    </span>
  )
}
