/**
 * Lets Node run the portal's TypeScript directly: `node --import ./scripts/alias.mjs scripts/NAME.ts`.
 * Node 24 strips the types; this adds what the bundler otherwise does when it looks for a file:
 *   "@/db/engine"        → <root>/db/engine.ts (or .tsx, .mjs, /index is deliberately not tried)
 *   "./queries"          → ./queries.ts beside the importing file
 *   "next/headers"       → next/headers.js (Next has no exports map; importing is fine, calling needs a request)
 *   "./x.json"           → read as JSON without an import attribute
 * Only erasable TypeScript works (no enums, no JSX): scripts reach lib and db, never components.
 * `npm run NAME` goes through scripts/run.mjs, which installs what is missing and passes this file.
 */
import { existsSync } from "node:fs"
import { registerHooks } from "node:module"
import { dirname, extname, resolve } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import "./drizzle-parts.mjs"

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..")
const endings = ["", ".ts", ".tsx", ".mjs", ".js"]
const known = new Set([".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".node"])

function fileFor(specifier, parentURL) {
  if (specifier.startsWith("@/")) return withEnding(resolve(root, specifier.slice(2)))
  if (!/^\.\.?\//.test(specifier) || !parentURL?.startsWith("file:")) return undefined
  const parent = fileURLToPath(parentURL)
  if (parent.includes("node_modules")) return undefined
  return withEnding(resolve(dirname(parent), specifier))
}

function withEnding(path) {
  return endings.map((ending) => path + ending).find((p) => known.has(extname(p)) && existsSync(p))
}

registerHooks({
  resolve(specifier, context, next) {
    const file = fileFor(specifier, context.parentURL)
    const target = file
      ? pathToFileURL(file).href
      : /^next\/[a-z-]+$/.test(specifier)
        ? `${specifier}.js`
        : specifier
    if (!target.endsWith(".json")) return next(target, context)
    const found = next(target, context)
    return { ...found, importAttributes: { ...found.importAttributes, type: "json" } }
  },
})
