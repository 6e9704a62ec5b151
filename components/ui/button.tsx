import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"

/** Their looks are in parts.css. */
const tones = {
  primary: "button-primary",
  plain: "button-plain",
  quiet: "button-quiet",
  danger: "button-danger",
}
const sizes = { s: "button-s", m: "button-m", l: "button-l" }

type Look = { tone?: keyof typeof tones; size?: keyof typeof sizes; wide?: boolean }

export const buttonClass = ({ tone = "plain", size = "s", wide }: Look = {}): string =>
  cx("button", tones[tone], sizes[size], wide && "w-full")

type Dressed = Look & { icon?: IconName }

export function Button({
  tone,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: Dressed & ComponentProps<"button">) {
  return (
    <button type="button" {...rest} className={cx(buttonClass({ tone, size, wide }), className)}>
      {icon && <Icon name={icon} size={size === "l" ? 18 : 16} />}
      {children}
    </button>
  )
}

export function ButtonLink({
  tone,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: Dressed & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={cx(buttonClass({ tone, size, wide }), className)}>
      {icon && <Icon name={icon} size={size === "l" ? 18 : 16} />}
      {children}
    </Link>
  )
}
