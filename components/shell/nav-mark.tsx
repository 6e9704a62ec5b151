/** How many wait behind a navigation item; a dot for urgent ones when folded. */
export function NavMark({
  count,
  urgent = false,
  urgentWord,
}: {
  count?: number
  urgent?: boolean
  urgentWord: string
}) {
  if (!count) return null
  const colour = urgent ? "font-semibold text-cinnabar-ink" : "text-ink-3"
  return (
    <>
      <span className={`ml-auto text-meta group-data-folded/frame:hidden ${colour}`}>
        {count > 99 ? "99+" : count}
        {urgent && <span className="sr-only">{urgentWord}</span>}
      </span>
      {urgent && (
        <span className="absolute top-1 right-1 hidden size-1.5 rounded-full bg-cinnabar group-data-folded/frame:block" />
      )}
    </>
  )
}
