import { cva, type VariantProps } from "class-variance-authority"
import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"

/** Their looks are in parts.css. */
export const buttonClass = cva("button", {
  variants: {
    tone: {
      primary: "button-primary",
      plain: "button-plain",
      quiet: "button-quiet",
      danger: "button-danger",
    },
    size: { s: "button-s", m: "button-m", l: "button-l" },
    wide: { true: "w-full" },
  },
  defaultVariants: { tone: "plain", size: "s" },
})

type Look = VariantProps<typeof buttonClass> & { icon?: IconName }

export function Button({
  tone,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<"button">) {
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
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={cx(buttonClass({ tone, size, wide }), className)}>
      {icon && <Icon name={icon} size={size === "l" ? 18 : 16} />}
      {children}
    </Link>
  )
}
