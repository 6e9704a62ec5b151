import { html, type Markup } from "@/components/ui/markup"
import { rowIcon } from "@/components/ui/row-markup"

export interface TreeNode {
  key: string | number
  name: string
  href: string
  count: string | number
  chosen: boolean
  open: boolean
  /** Not drawn ones are below it: a press on it shows them. */
  more?: boolean
  below: readonly TreeNode[]
}

/** `below` says what a disclosure opens. */
export interface TreeWords {
  below(name: string): string
}

/** Nested lists, each opened and closed by the browser's own disclosure beside the link. */
export const branch = (nodes: readonly TreeNode[], words: TreeWords): Markup =>
  html`<ul>${nodes.map((node) => item(node, words))}</ul>`

function item(node: TreeNode, words: TreeWords): Markup {
  const key = html` data-key='node:${node.key}'`
  const link = html`<a data-soft data-node href='${node.href}' class='${node.chosen ? "node here" : "node"}'${node.chosen && html` aria-current='page'`}><span>${node.name}</span><small>${node.count}</small></a>`
  if (node.below.length === 0)
    return html`<li${key}>${link}${node.more && html`<span class='twisty shut'>${rowIcon("chevron-down")}</span>`}</li>`
  return html`<li${key}>${link}<details${node.open && html` open`}><summary class='twisty' aria-label='${words.below(node.name)}'>${rowIcon("chevron-down")}</summary>${branch(node.below, words)}</details></li>`
}
