"use client"

import { usePathname, useRouter } from "next/navigation"
import type { ReactNode } from "react"
import { Dialog } from "@/components/ui/dialog"

/**
 * A dialog that is an address: closing it goes back to the page it lies over. Its slot may outlive
 * the address when an action leads on from it, so it shows only while it is where one is.
 */
export function RouteDialog({
  path,
  title,
  closeLabel,
  size,
  children,
}: {
  path: string
  title: string
  closeLabel: string
  size: "s" | "m" | "l"
  children: ReactNode
}) {
  const router = useRouter()
  if (usePathname() !== path) return null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && router.back()}
      title={title}
      closeLabel={closeLabel}
      size={size}
    >
      {children}
    </Dialog>
  )
}
