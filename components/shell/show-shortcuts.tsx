"use client"

import { showShortcuts } from "@/components/shell/shortcuts-event"
import { Icon } from "@/components/ui/icon"
import { Kbd } from "@/components/ui/kbd"

export function ShowShortcuts({ className, label }: { className: string; label: string }) {
  return (
    <button
      type="button"
      className={className}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()
        showShortcuts()
      }}
    >
      <Icon name="keyboard" />
      <span className="flex-1">{label}</span>
      <Kbd>?</Kbd>
    </button>
  )
}
