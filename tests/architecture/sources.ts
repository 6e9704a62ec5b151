import { readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { parseAst } from "vitest/node"

/** Files by their path from the root of the repository; checks never read the disk themselves. */
export type Sources = ReadonlyMap<string, string>

const root = fileURLToPath(new URL("../../", import.meta.url))
const parts = ["app", "components", "db", "lib"]

/** Every TypeScript file of the portal. */
export function repository(): Sources {
  const files = new Map<string, string>()
  const walk = (folder: string) => {
    for (const name of readdirSync(path.join(root, folder))) {
      const at = `${folder}/${name}`
      if (statSync(path.join(root, at)).isDirectory()) walk(at)
      else if (/\.tsx?$/.test(name)) files.set(at, readFileSync(path.join(root, at), "utf8"))
    }
  }
  for (const part of parts) walk(part)
  return files
}

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

/** What a part of a syntax tree is asked for here; everything else is walked through. */
export interface Part {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

const isPart = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && "type" in value && "start" in value

const trees = new Map<string, Part>()

export function treeOf(file: string, text: string): Part {
  const known = trees.get(text)
  if (known) return known
  const tree: unknown = parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" })
  if (!isPart(tree)) throw new Error(`${file} can't be read`)
  trees.set(text, tree)
  return tree
}

const insides = new WeakMap<Part, Part[]>()

/** The part and everything inside it, outermost first. */
export function partsOf(part: Part): Part[] {
  const known = insides.get(part)
  if (known) return known
  const parts: Part[] = []
  insides.set(part, parts)
  const gather = (one: Part) => {
    parts.push(one)
    for (const value of Object.values(one)) {
      if (Array.isArray(value)) for (const each of value) if (isPart(each)) gather(each)
      if (isPart(value)) gather(value)
    }
  }
  gather(part)
  return parts
}

export const childOf = (part: Part | undefined, field: string): Part | undefined => {
  const child = part?.[field]
  return isPart(child) ? child : undefined
}

export const nameOf = (part: Part | undefined): string =>
  typeof part?.name === "string" ? part.name : ""

export const lineAt = (text: string, offset: number): number =>
  text.slice(0, offset).split("\n").length

const imports = new Map<string, string[]>()

/** Files of the repository that a file imports or exports from, by path without ending. */
export function importsOf(file: string, text: string): string[] {
  const key = `${file}\n${text}`
  const known = imports.get(key) ?? readImports(file, text)
  imports.set(key, known)
  return known
}

function readImports(file: string, text: string): string[] {
  const found: string[] = []
  for (const part of partsOf(treeOf(file, text))) {
    if (!/^(Import|ExportNamed|ExportAll)(Declaration|Expression)$/.test(part.type)) continue
    const from = childOf(part, "source")?.value
    if (typeof from !== "string") continue
    if (from.startsWith("@/")) found.push(from.slice(2))
    if (from.startsWith(".")) found.push(path.posix.join(path.posix.dirname(file), from))
  }
  return found
}
