import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const root = path.join(import.meta.dirname, "..")

/** Every function that a "use server" file exports, as `file#name`, whether a page uses it or not. */
export function actionsInCode(): string[] {
  return ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => actionsOf(path.posix.join(folder, name))),
  )
}

function actionsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8")
  if (!/^"use server"/.test(text)) return []
  const exported = text.matchAll(/^export (?:const|async function|function) (\w+)/gm)
  return [...exported].map(([, name]) => `${file}#${name}`)
}
