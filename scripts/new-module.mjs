/**
 * `npm run new:module NAME`: makes a module with one kind of record in the shape that tasks has,
 * from its table to its pages, and names it where modules are named. Writes all of it or nothing.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { lines, withLines } from "./new-module/lines.mjs"
import { namesOf } from "./new-module/names.mjs"
import { record } from "./new-module/record.mjs"
import { screen } from "./new-module/screen.mjs"
import { verbs } from "./new-module/verbs.mjs"
import { run } from "./process.mjs"
import { refuse, say, sentence } from "./terminal.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome")
const read = (file) => readFileSync(join(root, file), "utf8")

const [name = ""] = process.argv.slice(2)
const names = namesOf(name) ?? refuse(sentence("moduleName", name))
if (!existsSync(biome)) refuse(sentence("moduleTools"))
if (isTaken(names)) refuse(sentence("moduleTaken", name))

const files = { ...record(names), ...verbs(names), ...screen(names), ...named(names) }
for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
const written = Object.keys(files)
const tidy = await run(process.execPath, [biome, "check", "--write", ...written], {
  quiet: true,
  cwd: root,
})
if (tidy.code !== 0) console.log(tidy.output)
for (const file of written) console.log(`  ${file}`)
say("moduleMade", names.many, names.one, names.One)
if (!names.translated) say("moduleWord", names.many)
process.exit(tidy.code)

/** A module, a table or a kind of record of this name is there already. */
function isTaken({ many, one }) {
  const places = [`lib/${many}`, `components/${many}`, `app/(portal)/${many}`]
  if (places.some((place) => existsSync(join(root, place)))) return true
  const tables = readdirSync(join(root, "db/schema"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  if (new RegExp(`table\\(\\s*"${many}"`).test(tables.join("\n"))) return true
  return readdirSync(join(root, "lib"))
    .map((folder) => `lib/${folder}/module.ts`)
    .filter((file) => existsSync(join(root, file)))
    .some((file) => new RegExp(`^ {4}${one}: \\{`, "m").test(read(file)))
}

/** The files that name modules, with the new one in them. */
function named(names) {
  return Object.fromEntries(
    Object.entries(lines(names)).map(([file, edits]) => [
      file,
      withLines(read(file), edits) ?? refuse(sentence("modulePlace", file)),
    ]),
  )
}
