const widths = ["w-[52%]", "w-[70%]", "w-[41%]", "w-[63%]"]

/** Rows while a list is on its way, in the list's own height; shown after 200 ms. */
export function SkeletonRows({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="animate-late">
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have nothing else to them
          key={row}
          className="flex h-row items-center gap-3 border-b border-line-soft px-gutter"
        >
          <span className="size-3.5 rounded-label bg-line-soft" />
          <span className="flex-1">
            <span className={`block h-2.5 rounded-label bg-line-soft ${widths[row % 4]}`} />
          </span>
          <span className="h-2.5 w-12 rounded-label bg-line-soft max-md:hidden" />
          <span className="h-2.5 w-14 rounded-label bg-line-soft" />
        </div>
      ))}
    </div>
  )
}
