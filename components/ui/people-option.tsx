import { Face } from "@/components/ui/face"
import { Kbd } from "@/components/ui/kbd"
import { Matched } from "@/components/ui/matched"
import { pinyinRuns, textRuns } from "@/components/ui/pinyin-match"

export type PersonOption = {
  id: number
  name: string
  /** Spaced: "shi lei". */
  pinyin: string
  face?: number | null
  department?: string
  /** Right: open tasks, or leave. */
  aside?: string
  /** Somebody away can be chosen; a deputy is offered instead. */
  away?: Away
}

export type Away = { until: string; deputy?: { id: number; name: string }; swap?: string }

/** 46 high: face 28, name and pinyin, department below. */
export function PersonRow({ person, typed }: { person: PersonOption; typed: string }) {
  return (
    <>
      <Face person={person} size={28} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2 text-ui">
          <span className="one-word">
            <Matched runs={textRuns(person.name, typed)} />
          </span>
          <span className="truncate text-meta text-ink-3">
            <Matched runs={pinyinRuns(person.pinyin, typed)} />
          </span>
        </span>
        <span className="block truncate text-meta text-ink-3">{person.department}</span>
      </span>
      <span className="text-meta text-ink-3">{person.aside}</span>
    </>
  )
}

export function PickerKeys({
  choose,
  confirm,
  note,
}: {
  choose: string
  confirm: string
  note?: string
}) {
  return (
    <div className="flex h-7 items-center gap-1.5 border-t border-line px-2 pt-1 text-meta text-ink-3 max-md:hidden">
      <Kbd>↑</Kbd>
      <Kbd>↓</Kbd>
      <span className="mr-2">{choose}</span>
      <Kbd>↵</Kbd>
      <span>{confirm}</span>
      <span className="ml-auto">{note}</span>
    </div>
  )
}
