import type { ReactNode } from "react"
import { Face, type Person } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"

/** 动态: newest first. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="space-y-2">{children}</ol>
}

/** Without a person it is the portal that did it. */
export function TimelineRow({
  person,
  when,
  dateTime,
  note,
  children,
}: {
  person?: Person
  when: ReactNode
  /** ISO instant. */
  dateTime?: string
  /** A second line: the words of a comment, the 事由. */
  note?: ReactNode
  children: ReactNode
}) {
  return (
    <li className="grid grid-cols-[20px_1fr_auto] items-start gap-x-2.5 text-control">
      {person ? (
        <Face person={person} size={20} />
      ) : (
        <span className="grid size-5 place-items-center rounded-full bg-sunken text-ink-3">
          <Icon name="settings" size={12} />
        </span>
      )}
      <p className="min-w-0 text-ink-2">
        {person && <strong className="one-word mr-1 text-ink">{person.name}</strong>}
        {children}
      </p>
      <time dateTime={dateTime} className="text-meta leading-5 text-ink-3">
        {when}
      </time>
      {note && <div className="col-start-2 text-prose text-pretty">{note}</div>}
    </li>
  )
}
