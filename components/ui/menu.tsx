"use client"

import { DropdownMenu } from "radix-ui"
import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Kbd } from "@/components/ui/kbd"
import { menuBox, menuItem } from "@/components/ui/menu-look"

export function Menu({
  trigger,
  children,
  align = "end",
}: {
  trigger: ReactNode
  children: ReactNode
  align?: "start" | "end"
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align={align} sideOffset={4} collisionPadding={8} className={menuBox}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
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
        menuItem,
        "outline-none data-disabled:text-ink-3 data-highlighted:picked",
        danger && "text-cinnabar-ink [&>svg]:text-cinnabar-ink",
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
