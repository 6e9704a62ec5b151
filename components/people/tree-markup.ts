import { directoryAddress } from "@/components/people/directory-address"
import { html, type Markup } from "@/components/ui/markup"
import { rowIcon } from "@/components/ui/row-markup"
import { openBelow, sumsBelow } from "@/lib/people/department-tree"
import type { DirectoryPage } from "@/lib/people/directory-page"
import { ancestry } from "@/lib/platform/organisation"

export interface TreeNode {
  id: number | null
  name: string
  href: string
  count: number
  chosen: boolean
  open: boolean
  /** Not drawn ones are below it: a press on the department shows them. */
  more: boolean
  below: TreeNode[]
}

export interface TreeWords {
  below(name: string): string
}

/** Up to so many departments the whole tree is sent; of more, only what is on the way. */
const wholeTree = 300

/** The tree that a page of the directory shows: the chosen department opened, with its counts. */
export function treeOf({ org, counts, filter, all }: DirectoryPage, company: string): TreeNode {
  const view = filter.view
  const sums = sumsBelow(org, (id) => counts.get(id)?.[view] ?? 0)
  const path = new Set(filter.department ? ancestry(org, filter.department) : [])
  const bounded = org.departments.size > wholeTree
  const node = (id: number, depth: number): TreeNode => {
    const children = openBelow(org, id)
    const drawn = !bounded || path.has(id)
    return {
      id,
      name: org.departments.get(id)?.name ?? "",
      href: directoryAddress({ ...filter, department: id, after: undefined }),
      count: sums.get(id) ?? 0,
      chosen: id === filter.department,
      open: path.has(id),
      more: children.length > 0 && !drawn,
      below: drawn ? children.map((child) => node(child, depth + 1)) : [],
    }
  }
  return {
    id: null,
    name: company,
    href: directoryAddress({ ...filter, department: undefined, after: undefined }),
    count: all[view],
    chosen: filter.department === undefined,
    open: true,
    more: false,
    below: openBelow(org, null).map((id) => node(id, 1)),
  }
}

/** Nested lists, each opened and closed by the browser's own disclosure beside the link. */
export const branch = (node: TreeNode, words: TreeWords): Markup =>
  html`<ul>${item(node, words)}</ul>`

function item(node: TreeNode, words: TreeWords): Markup {
  const link = html`<a data-soft data-node href='${node.href}' class='${node.chosen ? "node here" : "node"}'${node.chosen && html` aria-current='page'`}><span>${node.name}</span><small>${node.count}</small></a>`
  if (node.below.length === 0)
    return html`<li data-key='dept:${node.id ?? 0}'>${link}${node.more && html`<span class='twisty shut'>${rowIcon("chevron-down")}</span>`}</li>`
  return html`<li data-key='dept:${node.id ?? 0}'>${link}<details${node.open && html` open`}><summary class='twisty' aria-label='${words.below(node.name)}'>${rowIcon("chevron-down")}</summary><ul>${node.below.map((child) => item(child, words))}</ul></details></li>`
}
