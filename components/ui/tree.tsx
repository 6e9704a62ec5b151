import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"
import { inside } from "@/components/ui/markup"
import { branch, type TreeNode, type TreeWords } from "@/components/ui/tree-markup"

/** One of a tree's lines, each above what is below it. */
export interface TreeLine {
  key: string | number
  href: string
  name: string
  count: string | number
  depth: number
  current: boolean
}

export interface TreeColumnProps {
  title: ReactNode
  label: string
  lines: readonly TreeLine[]
  words: TreeWords
  foot?: ReactNode
  /** Beside a matrix, which needs the room. */
  narrow?: boolean
}

/** A paper column of things that stand under one another; a box over the content on phones. */
export function TreeColumn({ title, label, lines, words, foot, narrow = false }: TreeColumnProps) {
  return (
    <div
      className={cx(
        "flex min-h-0 w-full shrink-0 flex-col border-line bg-paper max-md:max-h-60 max-md:overflow-y-auto max-md:border-b md:h-full md:overflow-y-auto md:border-r",
        narrow ? "md:w-45 xl:w-50" : "md:w-52 xl:w-62",
      )}
    >
      <p className="flex h-13 shrink-0 items-center px-4 text-panel max-md:h-10">{title}</p>
      <nav
        aria-label={label}
        data-tree
        className={cx("tree border-t border-line", !lines.some(({ depth }) => depth > 0) && "flat")}
      >
        <div {...inside(branch(nested(lines), words))} />
      </nav>
      {foot && <div className="border-t border-line px-4 py-3">{foot}</div>}
    </div>
  )
}

/** Lines as a tree, all of it open. */
const nested = (lines: readonly TreeLine[], at = 0): TreeNode[] =>
  lines.flatMap(({ depth, current, ...line }, i) => {
    if (depth !== at) return []
    const end = lines.findIndex((other, j) => j > i && other.depth <= at)
    const below = nested(lines.slice(i + 1, end < 0 ? undefined : end), at + 1)
    return [{ ...line, chosen: current, open: true, below }]
  })
