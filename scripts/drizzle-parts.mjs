/**
 * Node reads drizzle-orm's list of exports, 180 kB, anew for each of its hundreds of files: a second
 * and a half of every start of a script. Where its files lie needs no list.
 */
import { registerHooks } from "node:module"

const folder = new URL("../node_modules/drizzle-orm/", import.meta.url).href
const found = new Map()

registerHooks({
  resolve(specifier, context, next) {
    if (context.parentURL?.startsWith(folder) && /^\.\.?\/.*\.js$/.test(specifier)) {
      const url = new URL(specifier, context.parentURL).href
      return { url, format: "module", shortCircuit: true }
    }
    if (!/^drizzle-orm(\/|$)/.test(specifier)) return next(specifier, context)
    const part = found.get(specifier) ?? next(specifier, context)
    found.set(specifier, part)
    return { ...part, shortCircuit: true }
  },
})
