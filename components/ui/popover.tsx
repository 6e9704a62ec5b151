import type { ReactNode } from "react"

/**
 * A small panel by the platform's own popover: opens and closes without any JavaScript.
 * The button that opens it carries `popoverTarget={id}`.
 */
export function Popover({
  id,
  label,
  place,
  wide = false,
  children,
}: {
  id: string
  label: string
  /** Where on the screen, as utilities: "top-11 right-4". */
  place: string
  /** As wide as what is inside. */
  wide?: boolean
  children: ReactNode
}) {
  return (
    <section
      id={id}
      popover="auto"
      aria-label={label}
      className={`fixed inset-auto m-0 ${wide ? "" : "max-w-60"} min-w-49 rounded-box border border-line bg-raised p-1 text-ink shadow-raised ${place}`}
    >
      {children}
    </section>
  )
}
