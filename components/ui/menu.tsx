"use client"

import { DropdownMenu, Slot } from "radix-ui"
import { type KeyboardEvent, type ReactNode, useState } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Kbd } from "@/components/ui/kbd"
import { dangerItem, menuBox, menuItem } from "@/components/ui/menu-look"

/** Until somebody opens it, it is a button and nothing else: a list has two for each of its rows. */
export function Menu({
  trigger,
  children,
  align = "end",
}: {
  trigger: ReactNode
  children: ReactNode
  align?: "start" | "end"
}) {
  const [openedBy, setOpenedBy] = useState<"key" | "pointer" | null>(null)
  if (!openedBy) return <Unopened trigger={trigger} onOpen={setOpenedBy} />
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={openedBy === "key" ? focusFirst : null}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={menuBox}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Unopened({
  trigger,
  onOpen,
}: {
  trigger: ReactNode
  onOpen: (by: "key" | "pointer") => void
}) {
  const openByKey = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return
    event.preventDefault()
    onOpen("key")
  }
  return (
    <Slot.Root
      aria-haspopup="menu"
      aria-expanded={false}
      data-state="closed"
      // A key counts no clicks.
      onClick={({ detail }) => onOpen(detail === 0 ? "key" : "pointer")}
      onKeyDown={openByKey}
    >
      {trigger}
    </Slot.Root>
  )
}

/** Whoever opens it by key stands on its first line at once; the menu wasn't there to see the key. */
function focusFirst(box: HTMLElement | null): void {
  const items = box?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? []
  for (const item of items) {
    item.focus()
    if (document.activeElement === item) return
  }
}

/** `danger` goes last, after a `MenuRule`. */
export function MenuItem({
  icon,
  shortcut,
  danger = false,
  disabled,
  onSelect,
  children,
}: {
  icon?: IconName
  shortcut?: string
  danger?: boolean
  disabled?: boolean
  onSelect?: () => void
  children: ReactNode
}) {
  return (
    <DropdownMenu.Item
      disabled={disabled}
      onSelect={onSelect}
      className={cx(
        danger ? dangerItem : menuItem,
        "outline-none data-disabled:text-ink-3 data-highlighted:picked",
      )}
    >
      {icon && <Icon name={icon} />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </DropdownMenu.Item>
  )
}

export function MenuRule() {
  return <DropdownMenu.Separator className="mx-1 my-1 h-px bg-line" />
}
