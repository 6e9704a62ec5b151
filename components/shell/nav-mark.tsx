/**
 * How many wait behind a navigation item; a dot for urgent ones when folded. A live one stands
 * there empty too, and says under which name `LiveCounts` changes it.
 */
export function NavMark({
  count = 0,
  urgent = false,
  urgentWord,
  live,
}: {
  count?: number
  urgent?: boolean
  urgentWord: string
  live?: string | undefined
}) {
  if (count === 0 && !live) return null
  return (
    <span
      className="nav-mark"
      data-count={live}
      data-urgent={urgent ? "" : undefined}
      hidden={count === 0}
    >
      <span data-number>{count > 99 ? "99+" : count}</span>
      <span data-word className="sr-only">
        {urgentWord}
      </span>
    </span>
  )
}
