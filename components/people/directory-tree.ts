import { directoryAddress } from "@/components/people/directory-address"
import type { TreeNode } from "@/components/ui/tree-markup"
import { openBelow, sumsBelow } from "@/lib/people/department-tree"
import type { DirectoryPage } from "@/lib/people/directory-page"
import { ancestry } from "@/lib/platform/organisation"

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
      key: id,
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
    key: 0,
    name: company,
    href: directoryAddress({ ...filter, department: undefined, after: undefined }),
    count: all[view],
    chosen: filter.department === undefined,
    open: true,
    more: false,
    below: openBelow(org, null).map((id) => node(id, 1)),
  }
}
