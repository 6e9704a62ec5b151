"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import type { ComponentProps } from "react"

/** A link that knows whether it leads to where we are. */
export function NavLink({
  href,
  ...rest
}: { href: string } & Omit<ComponentProps<typeof Link>, "href">) {
  const path = usePathname()
  const here = path === href || (href !== "/" && path.startsWith(`${href}/`))
  return <Link prefetch={false} {...rest} href={href} aria-current={here ? "page" : undefined} />
}
