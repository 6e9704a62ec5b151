import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

const pairs = [
  ["README.md", "README.zh-CN.md"],
  ["docs/operating.md", "docs/operating.zh-CN.md"],
] as const

const read = (file: string) => readFileSync(file, "utf8")
/** What must be the same in every language: commands and configuration, without their comments. */
const code = (text: string) =>
  [...text.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, block = ""]) =>
    block.replace(/ +#.*$/gm, "").trim(),
  )
const chapters = (text: string) => text.match(/^## .+$/gm)?.length

test.each(pairs)("%s and %s have the same chapters, commands and configuration", (en, zh) => {
  expect(chapters(read(zh))).toBe(chapters(read(en)))
  expect(code(read(zh))).toEqual(code(read(en)))
  expect(read(en)).toContain(zh.split("/").at(-1))
  expect(read(zh)).toContain(en.split("/").at(-1))
})
