import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"
import { Link } from "@/components/ui/link"

/** The link of a row; the whole row is its target, boxes and buttons lie above it (`z-1`). */
export function ListLink({
  className,
  current,
  ...rest
}: { current?: boolean } & ComponentProps<typeof Link>) {
  return (
    <Link
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
