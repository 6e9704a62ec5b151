import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"

/** One sentence with a time in it; amber only when a deadline will be missed. */
export function Prediction({ late = false, children }: { late?: boolean; children: ReactNode }) {
  return (
    <p className={`flex items-center gap-1.5 text-control ${late ? "text-support" : "text-ink-2"}`}>
      <Icon name="trending-up" size={14} className={late ? "" : "text-ink-3"} />
      {children}
    </p>
  )
}
