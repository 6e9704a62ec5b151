import type { ReactNode } from "react"
import { PageHead, type Tab } from "@/components/ui/page-head"
import { Still } from "@/components/ui/still"
import { TreeColumn, type TreeColumnProps } from "@/components/ui/tree"
import { TreeKeys } from "@/components/ui/tree-keys"

/** A page of things in a tree: the tree at the left, the chosen one beside it. */
export function BesideTree({
  tree,
  title,
  tabs = {},
  children,
}: {
  tree: TreeColumnProps
  title: ReactNode
  tabs?: { tabs?: Tab[]; tabsLabel?: string }
  children: ReactNode
}) {
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
      <Still className="shrink-0">
        <TreeColumn {...tree} />
      </Still>
      <TreeKeys />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col max-md:flex-none">
        <Still>
          <PageHead title={title} {...tabs} />
        </Still>
        <div className="min-h-0 flex-1 px-gutter pt-4 pb-16 md:overflow-y-auto">
          <div className="max-w-180">{children}</div>
        </div>
      </div>
    </div>
  )
}
