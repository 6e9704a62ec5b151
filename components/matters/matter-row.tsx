import { type Mark, PartMark } from "@/components/matters/part-mark"
import { Tally } from "@/components/matters/tally"
import { stateLook } from "@/components/shell/state-look"
import { cx } from "@/components/ui/cx"
import { NamedFace } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { ListLink } from "@/components/ui/list-link"
import { PriorityBars } from "@/components/ui/priority-bars"
import { StateChip } from "@/components/ui/state-chip"
import { numberOf } from "@/lib/matters/numbers"
import type { MatterListRow } from "@/lib/matters/queries"

export interface RowWords {
  urgency: (level: "high" | "medium" | "low") => string
  date: (at: Date) => string
  overdue: (at: Date) => string
  goal: (text: string) => string
  remark: (text: string) => string
  needs: (text: string) => string
  marks: Record<Mark, string>
  tasks: string
}

export const registerColumns =
  "grid-cols-[88px_minmax(0,1fr)_216px_52px_84px_104px_96px] xl:grid-cols-[92px_minmax(0,1fr)_272px_52px_84px_108px_96px]"

/** One matter, 52 high; on a phone its lines stand under each other. */
export function MatterRow({ matter, words }: { matter: MatterListRow; words: RowWords }) {
  const done = matter.state === "done"
  return (
    <div
      data-row
      className={`${registerColumns} relative items-center gap-x-3 gap-y-1 border-b border-line-soft px-gutter py-1.5 hover:bg-hover has-[[data-open]:focus-visible]:bg-selected has-[[data-open]:focus-visible]:shadow-[inset_2px_0_0_var(--color-accent)] max-md:flex max-md:flex-wrap max-md:py-2.5 md:grid md:min-h-13`}
    >
      <span className="one-word text-meta text-ink-2">{numberOf(matter.id)}</span>
      <span className="min-w-0 max-md:order-first max-md:w-full">
        <ListLink
          href={`/matters/${matter.id}`}
          className={cx("block max-md:text-field", done && "text-ink-2")}
        >
          {matter.description}
        </ListLink>
        <Second matter={matter} words={words} />
      </span>
      <Departments matter={matter} words={words} />
      <span
        className={cx(
          "flex items-center gap-1 text-meta whitespace-nowrap",
          matter.urgency === "low" ? "text-ink-3" : "text-ink",
          matter.urgency !== "high" && "max-md:hidden",
        )}
      >
        {matter.urgency === "high" && <PriorityBars level="high" />}
        {words.urgency(matter.urgency)}
      </span>
      <span className="min-w-0 text-control">
        <NamedFace
          person={{ id: matter.ownerId, name: matter.ownerName, face: matter.ownerFace }}
        />
      </span>
      <Due matter={matter} words={words} />
      <span className="justify-self-end">
        <Tally
          {...matter.subTasks}
          tone={matter.overdue ? "cinnabar" : stateLook[matter.state].tone}
          label={words.tasks}
        />
      </span>
    </div>
  )
}

function Second({ matter, words }: { matter: MatterListRow; words: RowWords }) {
  const blocked = matter.state === "blocked"
  const text = blocked
    ? words.needs(matter.support)
    : matter.goal
      ? words.goal(matter.goal)
      : matter.remark && words.remark(matter.remark)
  if (!text) return null
  return (
    <small
      className={cx("block truncate text-meta", blocked ? "text-support" : "text-ink-2")}
      title={text}
    >
      {text}
    </small>
  )
}

function Departments({ matter, words }: { matter: MatterListRow; words: RowWords }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5 max-md:flex-1 max-md:basis-60">
      <span className="inline-flex items-center gap-1.5 text-meta whitespace-nowrap">
        {matter.department}
        <Icon name="arrow-right" size={12} className="text-ink-2" />
      </span>
      {matter.parts.map((part) => {
        const heldUp = matter.state === "blocked" && part.departmentId === matter.heldUpId
        const mark = heldUp ? "heldUp" : part.confirmedAt ? "confirmed" : "toConfirm"
        return (
          <PartMark
            key={part.departmentId}
            mark={mark}
            name={part.name}
            label={words.marks[mark]}
          />
        )
      })}
    </span>
  )
}

function Due({ matter, words }: { matter: MatterListRow; words: RowWords }) {
  const at = matter.doneAt ?? matter.dueAt
  if (!at) return <span />
  return (
    <span className="justify-self-end text-meta whitespace-nowrap text-ink-2 max-md:ml-auto">
      {matter.overdue ? (
        <StateChip icon="state-late" tone="cinnabar" fill="wash" title={words.date(at)}>
          {words.overdue(at)}
        </StateChip>
      ) : (
        <time dateTime={at.toISOString()}>{words.date(at)}</time>
      )}
    </span>
  )
}
