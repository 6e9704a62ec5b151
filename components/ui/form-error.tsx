import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"

/** What the whole form was refused for, read out at once. Renders nothing without a message. */
export function FormError({ children }: { children?: ReactNode }) {
  return (
    <div role="alert">
      {children && (
        <p className="flex items-start gap-1.5 rounded-field bg-cinnabar-wash px-3 py-2 text-control text-cinnabar-ink">
          <Icon name="state-late" size={14} className="mt-[3px]" />
          <span>{children}</span>
        </p>
      )}
    </div>
  )
}
