import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"

export type Step = { title: ReactNode; note?: ReactNode; state: "done" | "current" | "ahead" }

/** The paper column of a set-up (288): done, running, still ahead. On phones only one has words. */
export function Steps({ label, steps }: { label: string; steps: Step[] }) {
  return (
    <ol aria-label={label} className="max-md:flex max-md:gap-2">
      {steps.map((step, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is what a step is
          key={index}
          aria-current={step.state === "current" ? "step" : undefined}
          className="flex items-start gap-3 px-4 py-2.5 text-ui text-ink-2 aria-[current]:border-y aria-[current]:border-line aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:shadow-[inset_2px_0_0_var(--accent)] max-md:px-2 max-md:aria-[current]:min-w-0"
        >
          {step.state === "done" ? (
            <Icon name="state-done" className="mt-0.5 text-done" />
          ) : (
            <span className="w-4 text-center text-ink-3">{index + 1}</span>
          )}
          <span className={step.state === "current" ? "min-w-0" : "max-md:sr-only"}>
            <span className={step.state === "current" ? "font-semibold" : ""}>{step.title}</span>
            {step.note && <span className="block text-meta text-ink-3">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** A rule of the password: met, broken (with the offending part quoted), or not yet to be judged. */
export function Check({
  state,
  children,
}: {
  state: "met" | "broken" | "open"
  children: ReactNode
}) {
  const look = {
    met: ["check", "text-done"],
    broken: ["x", "text-cinnabar-ink"],
    open: ["minus", "text-ink-3"],
  } as const
  const [icon, colour] = look[state]
  return (
    <li className={`flex items-center gap-1.5 text-meta ${colour}`}>
      <Icon name={icon} size={14} />
      {children}
    </li>
  )
}
