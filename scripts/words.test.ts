import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { words } from "@/scripts/words.mjs"

const sources = readdirSync("scripts").filter(
  (name) => /\.(mjs|ts)$/.test(name) && !name.includes("test.ts"),
)
const texts = sources.map((name) => readFileSync(`scripts/${name}`, "utf8"))
const text = texts.join("\n")
/** Some commands keep words of their own, with a `say` of their own. */
const speaking = texts.filter((source) =>
  /import \{[^}]*\b(say|sentence|step)\b[^}]*\} from ".*terminal\.mjs"/.test(source),
)

test("every sentence of the commands is in both languages, with the same places to fill", () => {
  for (const { zh, en } of Object.values(words)) {
    const places = (line: string) => line.match(/\{\d\}/g)?.sort() ?? []
    expect(places(zh)).toEqual(places(en))
    expect(zh).toMatch(/[一-鿿]/)
  }
})

test("every sentence that a command asks for exists", () => {
  const asked = [...speaking.join("\n").matchAll(/\b(?:say|sentence|step)\(\s*"([\w-]+)"/g)].map(
    ([, key = ""]) => key,
  )
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter((key) => !(key in words))).toEqual([])
})

test("every sample account that the demo names works in the sample company", () => {
  const staff = readFileSync("tests/samples/company.csv", "utf8").split("\n")
  const named = [...text.matchAll(/^ {2}(Q\d+): \["(.+?)"/gm)]
  expect(named.length).toBeGreaterThan(3)
  for (const [, number, name] of named) {
    expect(staff.find((line) => line.startsWith(`${number},${name},`))).toMatch(/在职\s*$/)
  }
})
