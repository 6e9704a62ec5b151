import type { ReactNode } from "react"
import { PortalFrame } from "@/components/shell/portal-frame"

export default function PortalLayout({
  children,
  dialog,
}: {
  children: ReactNode
  dialog: ReactNode
}) {
  return (
    <PortalFrame>
      {children}
      {dialog}
    </PortalFrame>
  )
}
