/** Marks the links below `root` that lead to where we are. */
export function markHere(root: ParentNode, path: string): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[data-here]"))
    mark(link, isHere(link.pathname, path) && "page")
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[data-open]"))
    if (!link.search) mark(link, link.pathname === path && "true")
}

/** Whether `path` is the page at `href` or below it. */
export const isHere = (href: string, path: string): boolean =>
  path === href || (href !== "/" && path.startsWith(`${href}/`))

function mark(link: Element, value: string | false): void {
  if (value) link.setAttribute("aria-current", value)
  else link.removeAttribute("aria-current")
}
