import { cx } from "@/components/ui/cx"

export interface RailStep {
  key: string
  label: string
  /** When it came to this; empty while it hasn't, or where nothing happened in between. */
  at: string
  dateTime?: string
}

/**
 * 待受理 → 处理中 → 待客户确认 → 已解决: where a ticket stands, for the client and for colleagues
 * alike. The last step lies flush right.
 */
export function StatusRail({
  steps,
  current,
  label,
  now,
}: {
  steps: readonly RailStep[]
  current: number
  label: string
  /** Says aloud which step it is. */
  now: string
}) {
  return (
    <ol aria-label={label} className="flex">
      {steps.map((step, at) => (
        <li
          key={step.key}
          aria-current={at === current ? "step" : undefined}
          className={cx("relative min-w-0", at < steps.length - 1 ? "flex-1" : "flex-none")}
        >
          {at < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={cx(
                "absolute top-[7.25px] right-0 left-3 h-[1.5px]",
                at < current ? "bg-accent" : "bg-line",
              )}
            />
          )}
          <Dot past={at < current} current={at === current} />
          <span
            className={cx(
              "mt-1.5 block pr-1 text-control",
              at === current
                ? "font-semibold text-ink"
                : at < current
                  ? "text-ink-2"
                  : "text-ink-3",
            )}
          >
            {step.label}
            {at === current && <span className="sr-only"> {now}</span>}
          </span>
          {step.at && (
            <time dateTime={step.dateTime} className="block text-meta text-ink-2">
              {step.at}
            </time>
          )}
        </li>
      ))}
    </ol>
  )
}

function Dot({ past, current }: { past: boolean; current: boolean }) {
  return (
    <span aria-hidden="true" className="relative flex h-4 items-center">
      <span
        className={cx(
          "rounded-full",
          current
            ? "size-4 border-4 border-accent bg-surface"
            : past
              ? "size-3 bg-accent"
              : "size-3 border-[1.5px] border-line-field bg-surface",
        )}
      />
    </span>
  )
}
