import type { ComponentProps } from "react"
import { LiveBox } from "@/components/shell/live-box"
import { readAsOf } from "@/lib/platform/session"

/** Keeps a page true from the moment it was read on, not only from when its script has come. */
export async function LiveRegion(props: Omit<ComponentProps<typeof LiveBox>, "since">) {
  return <LiveBox since={await readAsOf()} {...props} />
}
