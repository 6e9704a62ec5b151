"use client"

import { useRouter } from "next/navigation"
import type { ReactNode } from "react"
import { Dialog } from "@/components/ui/dialog"

/** A dialog that is an address: closing it goes back to the page it lies over. */
export function RouteDialog({
  title,
  closeLabel,
  size,
  children,
}: {
  title: string
  closeLabel: string
  size: "s" | "m" | "l"
  children: ReactNode
}) {
  const router = useRouter()
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
