import { headers } from "next/headers"
import type { ReactNode } from "react"
import { StillBox } from "@/components/ui/still-box"
import { stillHtml } from "@/components/ui/still-html"
import { leaveStill } from "@/components/ui/stills"

/**
 * Content that needs no script, as HTML: lists, navigation, filters. With a whole page it is sent
 * once, as HTML, instead of a second time as React's description of it, which is most of the work
 * of a long page. Links inside are plain and soft (`Link`); menus, folds and forms the browser's.
 */
export async function Still({ className, children }: { className?: string; children: ReactNode }) {
  const html = await stillHtml(children)
  const whole = (await headers()).has("x-qibu-whole")
  const sent = whole && html !== "" ? { left: leaveStill(html) } : { html }
  return <StillBox className={className} {...sent} />
}
