import { type Asked, type Kind, kindLooks, kinds } from "@/components/people/import-outcomes"
import type { StaffWordsHere } from "@/components/people/import-values"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Still } from "@/components/ui/still"
import { toneBar, toneText } from "@/components/ui/tone"
import type { ImportCheck } from "@/lib/people/import-check"

export const leadId = "import-lead"

/** The sentence that says the next step. */
export function leadOf(
  { problems, outcomes, predictions, idle }: ImportCheck,
  { t }: StaffWordsHere,
) {
  if (problems.length > 0) return { lead: t("lead.problems"), note: t("lead.problemsNote") }
  const errors = outcomes.reduce((n, it) => n + (it.kind === "error" ? it.errors.length : 0), 0)
  const good = outcomes.filter(({ kind }) => kind !== "error").length
  if (errors > 0)
    return { lead: t("lead.errors", { count: errors }), note: t("lead.errorsNote", { good }) }
  if (idle) return { lead: t("lead.idle"), note: t("lead.idleNote") }
  const of = (kind: Kind) => outcomes.filter((it) => it.kind === kind).length
  const counts = { added: of("new"), changed: of("changed"), ended: predictions.losing }
  const key = predictions.losing > 0 ? "lead.readyLeavers" : "lead.ready"
  return { lead: t(key, counts), note: t("lead.readyNote") }
}

/** The strip of outcomes and the four numbers that filter by them. */
export function ImportNumbers({
  check,
  asked,
  words: { t },
}: {
  check: ImportCheck
  asked: Asked
  words: StaffWordsHere
}) {
  const counts = kinds.map((kind) => ({
    kind,
    count: check.outcomes.filter((it) => it.kind === kind).length,
  }))
  return (
    <Still>
      <div
        role="img"
        aria-label={`${t("outcome.strip")}: ${counts.map(({ kind, count }) => `${t(`outcome.${kind}`)} ${count}`).join(", ")}`}
        className="mt-3.5 flex h-1.5 gap-0.75"
      >
        {counts.map(
          ({ kind, count }) =>
            count > 0 && (
              <span
                key={kind}
                className={`min-w-1 rounded-full ${kind === "unchanged" ? "bg-track" : toneBar[kindLooks[kind].tone]}`}
                style={{ flex: `${count} 1 0` }}
              />
            ),
        )}
      </div>
      <nav
        aria-label={t("outcome.filters")}
        className="mt-2 flex flex-wrap gap-x-8 gap-y-1 max-md:grid max-md:grid-cols-2"
      >
        {counts.map(({ kind, count }) => (
          <Link
            key={kind}
            href={asked.href({ show: asked.kind === kind ? null : kind })}
            aria-current={asked.kind === kind ? "true" : undefined}
            className="flex items-center gap-2 rounded-field py-1 hover:bg-hover aria-[current]:underline aria-[current]:underline-offset-4"
          >
            <span
              className={`text-display tabular-nums ${kind === "error" && count > 0 ? "text-cinnabar-ink" : "text-ink"}`}
            >
              {count}
            </span>
            <span
              className={`flex items-center gap-1 text-control ${toneText[kindLooks[kind].tone]}`}
            >
              <Icon name={kindLooks[kind].icon} size={14} />
              {t(`outcome.${kind}`)}
            </span>
          </Link>
        ))}
        {asked.kind && (
          <Link href={asked.href({ show: null })} className="link self-center text-control">
            {t("outcome.all")}
          </Link>
        )}
      </nav>
    </Still>
  )
}
