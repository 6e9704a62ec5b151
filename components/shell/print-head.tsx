import type { ReactNode } from "react"
import { when } from "@/lib/calendar/when"
import { settings } from "@/lib/platform/settings"

/**
 * What stands above every printed page: the company, what it is, the day; and the names of the
 * columns of a list. On the screen it isn't there. A direct child of what is printed.
 */
export async function PrintHead({ title, children }: { title: string; children?: ReactNode }) {
  const [{ company }, times] = await Promise.all([settings(), when()])
  return (
    <div className="print-head">
      <div className="print-line">
        <span>{company.name}</span>
        <strong>{title}</strong>
        <time>{times.date(times.now)}</time>
      </div>
      {children}
    </div>
  )
}
