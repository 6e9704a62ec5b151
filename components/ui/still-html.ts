import type { ReactNode } from "react"

type Props = Record<string, unknown>
type Component = (props: Props) => ReactNode | Promise<ReactNode>

interface Element {
  type: unknown
  props: Props
}

const isElement = (node: object): node is Element => "type" in node && "props" in node
const isReady = (value: unknown): value is { __html: string } =>
  typeof value === "object" && value !== null && "__html" in value
const isComponent = (type: unknown): type is Component =>
  typeof type === "function" && !("$$typeof" in type)

const empty = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"])
const renamed: Record<string, string> = {
  className: "class",
  htmlFor: "for",
  defaultValue: "value",
  defaultChecked: "checked",
}
const aside = new Set([
  "children",
  "key",
  "ref",
  "dangerouslySetInnerHTML",
  "suppressHydrationWarning",
])

const codes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
}
const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (char) => codes[char] ?? "") : text

/**
 * The HTML of nodes that need no script: elements, fragments, and components without hooks, also
 * asynchronous ones. React would make objects of them three times over: for the page, for the
 * browser and for its own rendering. A component of the browser in it is a mistake and throws.
 */
export async function stillHtml(node: ReactNode): Promise<string> {
  const parts: Parts = []
  write(node, parts)
  return (await Promise.all(parts)).join("")
}

type Parts = (string | Promise<string>)[]

/** `chosen` is the value of the select that the node stands in. */
function write(node: unknown, parts: Parts, chosen?: unknown): void {
  if (node === null || node === undefined || typeof node === "boolean") return
  if (typeof node === "string") parts.push(escaped(node))
  else if (typeof node === "number") parts.push(String(node))
  else if (Array.isArray(node)) for (const child of node) write(child, parts, chosen)
  else if (typeof node === "object" && isElement(node)) writeElement(node, parts, chosen)
  else throw new TypeError(`${typeof node} can't stand still`)
}

function writeElement({ type, props }: Element, parts: Parts, chosen: unknown): void {
  if (typeof type === "string") writeTag(type, props, parts, chosen)
  else if (typeof type === "symbol") write(props.children, parts, chosen)
  else if (isComponent(type)) {
    const made = type(props)
    if (made instanceof Promise) parts.push(made.then(stillHtml))
    else write(made, parts, chosen)
  } else throw new TypeError("a component of the browser can't stand still")
}

function writeTag(tag: string, props: Props, parts: Parts, chosen: unknown): void {
  let text = `<${tag}`
  for (const name in props) text += attribute(tag, name, props[name])
  if (tag === "option" && chosen !== undefined && props.value === chosen) text += ' selected=""'
  parts.push(`${text}>`)
  if (empty.has(tag)) return
  const ready = props.dangerouslySetInnerHTML
  if (isReady(ready)) parts.push(ready.__html)
  else write(props.children, parts, tag === "select" ? props.defaultValue : chosen)
  parts.push(`</${tag}>`)
}

function attribute(tag: string, name: string, value: unknown): string {
  if (value === null || value === undefined || aside.has(name)) return ""
  if (typeof value === "function") throw new TypeError(`${name} needs script, ${tag} stands still`)
  if (name === "style") return ` style="${escaped(styleOf(value))}"`
  if (tag === "select" && name === "defaultValue") return ""
  const hyphened = name.includes("-")
  const written = renamed[name] ?? (hyphened ? name : name.toLowerCase())
  if (typeof value === "boolean" && !hyphened) return value ? ` ${written}=""` : ""
  return ` ${written}="${escaped(String(value))}"`
}

const unitless = new Set(["flex", "opacity", "order", "zIndex", "lineHeight"])
function styleOf(style: unknown): string {
  const parts: string[] = []
  for (const [name, value] of Object.entries(Object(style))) {
    const own = name.startsWith("--")
    const property = own ? name : name.replace(/[A-Z]/g, (char) => `-${char.toLowerCase()}`)
    const bare = own || unitless.has(name) || value === 0 || typeof value !== "number"
    parts.push(`${property}:${value}${bare ? "" : "px"}`)
  }
  return parts.join(";")
}
