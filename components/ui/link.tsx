import type { ComponentProps } from "react"

/**
 * A link inside the portal: plain HTML, followed by `SoftLinks` without loading the page anew.
 * `data-here` marks it as current on its page and below, `data-open` where its record is open.
 */
export function Link(props: ComponentProps<"a"> & { href: string }) {
  return <a data-soft {...props} />
}
