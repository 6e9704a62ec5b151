import Link from "next/link"
import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"

/** The link of a row; the whole row is its target, boxes and buttons lie above it (`z-1`). */
export function ListLink({
  className,
  current,
  ...rest
}: { current?: boolean } & ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      {...rest}
      data-open
      aria-current={current ? "true" : undefined}
      className={cx(
        "min-w-0 text-ui after:absolute after:inset-0 focus-visible:outline-none md:truncate",
        className,
      )}
    />
  )
}
