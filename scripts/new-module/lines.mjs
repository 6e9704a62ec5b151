/**
 * Where a module is named in files that are there already.
 * Each edit puts its lines before the first place that `at` finds; a file where it finds none has
 * changed its shape, and nothing is written at all.
 */
export const lines = ({ many, one, One, Many }) => ({
  "db/schema.ts": [{ at: /$(?![\s\S])/, put: `export * from "./schema/${many}"\n` }],
  "lib/modules.ts": [
    { at: /^import /m, put: `import { ${many} } from "./${many}/module"\n` },
    { at: /notifications,\n\]\)/, put: `${many},\n  ` },
  ],
  "lib/words.ts": [
    { at: /^import /m, put: `import { words as ${many} } from "./${many}/words"\n` },
    { at: /^}\nconst en/m, put: `  ${many}: ${many}.zh,\n` },
    { at: /^}\n\nexport const words/m, put: `  ${many}: ${many}.en,\n` },
  ],
  "lib/world.ts": [
    { at: /^import \{/m, put: `import { seed${Many} } from "./${many}/seed"\n` },
    {
      at: /^ {2}await writeAsSystem\("sample", async \(ctx\) => \{/m,
      put: `  await seed${Many}(since)\n`,
    },
  ],
  "e2e/action-cases.ts": [
    {
      at: /^ {2}\/\*\* A colleague's account/m,
      put: `  /** Of the own department, somebody else's. */\n  ${one}: number\n`,
    },
    { at: /^const notifications: /m, put: cases({ many, one, One }) },
    {
      at: /^ {2}\.\.\.inFile\("lib\/notifications/m,
      put: `  ...inFile("lib/${many}/actions.ts", ${many}),\n`,
    },
    {
      at: /^ {4}colleague: first\(/m,
      put: `    ${one}: first("select min(id) as id from ${many}"),\n`,
    },
  ],
  "e2e/crawling.ts": [
    { at: /^ {2}importId: word/m, put: `  ${one}Id: newest("${many}"),\n` },
    { at: /^ {2}\.\.\.\{ taskId: "task"/m, put: `  ${one}Id: "${one}",\n` },
    { at: /^ {2}\["files", "name", "file"\]/m, put: `  ["${many}", "name", "${one}"],\n` },
  ],
  "tests/strange-input.test.ts": [{ at: /bundle: 1,/, put: `${one}: 1, ` }],
  "e2e/raw-post.spec.ts": [{ at: /"clearances",/, put: `"${many}",\n    ` }],
  "tests/architecture/places.ts": [
    { at: /admin api /, put: `${many} `, unless: new RegExp(`\\b${many}\\b`) },
  ],
})

const cases = ({ many, one, One }) => `const ${many}: Record<string, ActionCase> = {
  create${One}Action: {
    args: one({ name: "试建" }),
    not: [{ code: "forbidden", args: one({ name: "试建" }) }],
  },
  save${One}Action: {
    args: about("${one}", { version: 1, name: "改名" }),
    not: [{ code: "forbidden", args: about("${one}", { version: 1, name: "改名" }) }],
  },
}

`

/** The text with the lines in it, or null when it has no place for one of them. */
export function withLines(text, edits) {
  let after = text
  for (const { at, put, unless } of edits) {
    if (unless?.test(after)) continue
    if (!at.test(after)) return null
    after = after.replace(at, (found) => put + found)
  }
  return after
}
