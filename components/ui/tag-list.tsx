import { cx } from "@/components/ui/cx"
import { toneText } from "@/components/ui/tone"
import type { ShownTag } from "@/lib/platform/fixed-tags"

/** Tags to choose from, under their field; above it where the screen ends. */
export function TagList({
  id,
  label,
  tags,
  current,
  above,
  choose,
}: {
  id: string
  label: string
  tags: readonly ShownTag[]
  current: ShownTag | undefined
  above: boolean
  choose: (tag: ShownTag) => void
}) {
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      className={cx(
        "absolute left-0 z-30 max-h-69 w-75 max-w-full animate-rise overflow-y-auto rounded-box border border-line bg-raised p-1 shadow-raised",
        above ? "bottom-full mb-1" : "top-full mt-1",
      )}
    >
      {tags.map((tag) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field moves and chooses by key
        <div
          key={tag.name}
          id={`${id}-${tag.name}`}
          role="option"
          tabIndex={-1}
          aria-selected={tag === current}
          className="flex h-8 cursor-pointer items-center gap-3 rounded-field px-2 text-control hover:bg-hover aria-selected:picked max-md:h-11"
          // Focus stays in the field, so that its blur doesn't close the list first.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(tag)}
        >
          <span className={cx("one-word", tag.tone && [toneText[tag.tone], "font-semibold"])}>
            #{tag.name}
          </span>
          <span className="ml-auto truncate text-meta text-ink-3">{tag.meaning}</span>
        </div>
      ))}
    </div>
  )
}
