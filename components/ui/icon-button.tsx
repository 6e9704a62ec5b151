import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"

type Named = { icon: IconName; label: string }

export function IconButton({
  icon,
  label,
  className,
  ...rest
}: Named & Omit<ComponentProps<"button">, "children">) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={cx("icon-button", className)}
    >
      <Icon name={icon} />
    </button>
  )
}

/** `whole` loads the page anew instead of opening it beside what is there. */
export function IconLink({
  icon,
  label,
  className,
  whole = false,
  href,
  ...rest
}: Named & { whole?: boolean } & Omit<ComponentProps<"a">, "children" | "href"> & {
    href: string
  }) {
  if (whole)
    return (
      <a
        title={label}
        href={href}
        {...rest}
        aria-label={label}
        className={cx("icon-button", className)}
      >
        <Icon name={icon} />
      </a>
    )
  return (
    <Link
      title={label}
      href={href}
      {...rest}
      aria-label={label}
      className={cx("icon-button", className)}
    >
      <Icon name={icon} />
    </Link>
  )
}
