import type { ReactNode } from "react"

/** What is not here, when it will be, and one thing to do. */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="px-gutter py-8">
      <p className="text-ui font-semibold">{title}</p>
      {children && <p className="mt-1 max-w-120 text-control text-ink-2">{children}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
