import { childOf, lineAt, nameOf, type Part, partsOf, type Sources, treeOf } from "./sources"

/** Utilities that say the same of an element, by what they say; a side of its own is another thing. */
const families: readonly [RegExp, string?][] = [
  [/^(block|inline|inline-block|flex|inline-flex|grid|inline-grid|hidden|contents)$/, "display"],
  [/^(static|relative|absolute|fixed|sticky)$/, "position"],
  [/^-?([mp][xytrbl]?|gap-[xy]|gap|[hw]|size|(?:min|max)-[hw]|basis|leading|opacity|z)-/],
  [/^text-(timer|display|title|panel|ui|prose|control|field|meta|key)$/, "font-size"],
  [/^text-(ink|accent|cinnabar|support|done|doing|outside|on|surface)(-|$)/, "color"],
  [/^bg-(?!\[)/, "background"],
  [/^border-(line|ink|accent|cinnabar|support|done|doing|outside|transparent)(-|$)/, "border"],
  [/^font-(normal|medium|semibold|bold)$/, "weight"],
  [/^rounded(-(label|chip|field|box|full|none))?$/, "radius"],
]

/** What a class says, under which condition: `max-md:h-9` → `max-md: h`. */
function said(name: string): string | undefined {
  const [, when = "", bare = ""] = /^((?:[^:[\]]*(?:\[[^\]]*\])?[^:[\]]*:)*)(.+)$/.exec(name) ?? []
  for (const [kind, of] of families) {
    const found = kind.exec(bare)
    if (found) return `${when} ${of ?? found[1]}`
  }
  return undefined
}

/** Each list of classes that what is written here may come to. */
function ways(part: Part | undefined): string[][] {
  const inside = (field: string) => ways(childOf(part, field))
  if (part?.type === "Literal") return [String(part.value ?? "").split(/\s+/)]
  if (part?.type === "ConditionalExpression")
    return [...inside("consequent"), ...inside("alternate")]
  if (part?.type === "LogicalExpression") return [[], ...inside("right")]
  return [[]]
}

/** What dresses one element: the arguments of `cx`, or its classes alone. */
function dressed(part: Part): string[][][] {
  const { arguments: given } = part
  if (part.type === "CallExpression" && nameOf(childOf(part, "callee")) === "cx")
    return Array.isArray(given) ? given.map(ways) : []
  const isClass = part.type === "JSXAttribute" && nameOf(childOf(part, "name")) === "className"
  return isClass ? [ways(childOf(part, "value"))] : []
}

/** Two values of one property for one element: the stylesheet's order, which nobody sees here, would say which wins. */
export const twoValues = (files: Sources): string[] =>
  [...files].flatMap(([file, text]) => {
    if (!file.endsWith(".tsx")) return []
    return partsOf(treeOf(file, text)).flatMap((part) => {
      const lists = dressed(part)
      const clash = lists.some((own, at) =>
        own.some((way) =>
          [[], ...lists.slice(at + 1).flat()].some((more) => saysTwice([...way, ...more])),
        ),
      )
      return clash ? [`${file}:${lineAt(text, part.start)}`] : []
    })
  })

function saysTwice(names: readonly string[]): boolean {
  const all = names.flatMap((name) => said(name) ?? [])
  return new Set(all).size < all.length
}
