import { cva, type VariantProps } from "class-variance-authority"
import Link from "next/link"
import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"

export const buttonClass = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-field border whitespace-nowrap text-control transition-colors max-md:text-field disabled:cursor-not-allowed aria-disabled:cursor-not-allowed",
  {
    variants: {
      tone: {
        primary:
          "border-transparent bg-accent font-semibold text-on-accent hover:bg-accent-hover disabled:border-line disabled:bg-transparent disabled:text-ink-3 aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:text-ink-3",
        plain:
          "border-line bg-surface text-ink hover:bg-[image:linear-gradient(var(--hover),var(--hover))] disabled:bg-transparent disabled:text-ink-3 [&_svg]:text-ink-2",
        quiet: "border-transparent text-ink-2 hover:bg-hover hover:text-ink disabled:text-ink-3",
        danger:
          "border-cinnabar-line bg-surface text-cinnabar-ink hover:bg-cinnabar-wash disabled:text-ink-3",
      },
      size: {
        s: "h-button px-2.5 has-[>svg:first-child]:pl-2 max-md:px-3",
        m: "h-field px-3 has-[>svg:first-child]:pl-2.5",
        l: "h-10 px-4 text-ui max-md:h-11",
      },
      wide: { true: "w-full" },
    },
    defaultVariants: { tone: "plain", size: "s" },
  },
)

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
