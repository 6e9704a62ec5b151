import type { ReactNode } from "react"

export const dynamic = "force-dynamic"
export const metadata = { title: "Floor" }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  )
}
