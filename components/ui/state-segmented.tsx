import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { type Tone, toneText } from "@/components/ui/tone"

const chosenText = { ...toneText, quiet: "text-ink" }

export type StatePart = { value: string; label: string; icon: IconName; tone: Tone }

/**
 * The state of a record in equal parts, each a submit button `name=value`: one press changes it,
 * with or without JavaScript. Stands inside a form.
 */
export function StateSegmented({
  name,
  label,
  parts,
  value,
  disabled = false,
}: {
  name: string
  label: string
  parts: StatePart[]
  value: string
  disabled?: boolean
}) {
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="flex h-7.5 rounded-field border border-line bg-paper max-md:h-11"
    >
      {parts.map((part) => {
        const chosen = part.value === value
        return (
          // biome-ignore lint/a11y/useSemanticElements: a radio input can't submit a form by itself
          <button
            key={part.value}
            type="submit"
            role="radio"
            name={name}
            value={part.value}
            aria-checked={chosen}
            disabled={disabled && !chosen}
            className={cx(
              "-my-px flex min-w-0 flex-auto items-center justify-center gap-1 rounded-field border text-control first:-ml-px last:-mr-px enabled:hover:text-ink disabled:text-ink-3",
              chosen
                ? ["border-line bg-surface font-semibold", chosenText[part.tone]]
                : "border-transparent text-ink-2",
            )}
          >
            <Icon name={part.icon} size={14} />
            <span className="truncate">{part.label}</span>
          </button>
        )
      })}
    </div>
  )
}
