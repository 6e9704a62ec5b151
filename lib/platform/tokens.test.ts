import Database from "better-sqlite3"
import fc from "fast-check"
import { afterAll, expect, test } from "vitest"
import {
  highlight,
  indexedTokens,
  inPairs,
  type Phrase,
  phraseQuery,
  tokensOf,
} from "@/lib/platform/tokens"
import { anyText } from "@/tests/any-text"

const index = new Database(":memory:")
index.exec("create virtual table found using fts5(words)")
const forget = index.prepare("delete from found")
const write = index.prepare("insert into found values (?)")
const find = index.prepare("select 1 from found where found match ?")
afterAll(() => {
  index.close()
})

const inQuotes = (phrases: readonly Phrase[]) =>
  phrases.map(({ tokens, prefix }) => `"${tokens.join(" ")}"${prefix ? "*" : ""}`).join(" ")

function matches(phrases: readonly Phrase[], tokens: string): boolean {
  forget.run()
  write.run(tokens)
  const match = inQuotes(phrases)
  return match !== "" && find.get(match) !== undefined
}

const finds = (query: string, text: string) => matches(phraseQuery(query), tokensOf(text))

test("every Chinese character is a token, and every word in other letters", () => {
  expect(tokensOf("登录页Bug，见V1.2")).toBe("登 录 页 bug 见 v1 2")
  expect(tokensOf("ＡＳＡＰ １２３ ｶﾅ")).toBe("asap 123 カ ナ")
  expect(tokensOf("Müller e\u0301té 한국어 𠮷野")).toBe("müller été 한 국 어 𠮷 野")
  expect(tokensOf("🎉 — “”…")).toBe("")
})

test("two characters are found wherever they stand together, and only there", () => {
  expect(finds("接口", "后端接口联调")).toBe(true)
  expect(finds("口接", "后端接口联调")).toBe(false)
  expect(finds("接调", "后端接口联调")).toBe(false)
  expect(finds("后端 联调", "后端接口联调")).toBe(true)
  expect(finds("后", "后端接口联调")).toBe(true)
})

test("the word being typed may be unfinished, the words before it may not", () => {
  expect(finds("pay", "Payment page")).toBe(true)
  expect(finds("pay page", "Payment page")).toBe(false)
  expect(finds("payment pa", "Payment page")).toBe(true)
  expect(finds("pay ", "Payment page")).toBe(false)
  expect(finds("v1.2", "研发部-XX产品V1.2-20240510")).toBe(true)
  expect(finds("v1.3", "研发部-XX产品V1.2-20240510")).toBe(false)
})

test("full-width and half-width, capital and small letters are the same", () => {
  expect(finds("ｖ１．２", "产品V1.2")).toBe(true)
  expect(finds("QIBU", "qibu.example")).toBe(true)
})

test("nothing in a query is an operator", () => {
  for (const query of [
    "AND",
    "a AND b",
    "NOT 接口",
    "NEAR(a b)",
    '"',
    '接口"',
    "(",
    "words:接口",
    "a* b*",
    "^a",
    "-a",
    "{a}",
    "a + b",
    "';--",
    "\u0000",
    "&|!<->",
  ]) {
    expect(() => finds(query, "后端接口 and b"), query).not.toThrow()
  }
  expect(finds("and", "this AND that")).toBe(true)
  expect(finds("words:接口", "后端接口")).toBe(false)
  expect(phraseQuery('"*(:^')).toEqual([])
})

test("whatever is written, its own words find it", () => {
  fc.assert(
    fc.property(anyText({ maxLength: 40 }), (text) => {
      expect(tokensOf(text)).not.toMatch(/["*():^+{}|&!<>'\\-]/)
      expect(() => finds(text, text)).not.toThrow()
    }),
  )
  const unit = fc.constantFrom(..."登录页接口 aBc12.-，é")
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 20 }), (text) => {
      expect(finds(text, text)).toBe(phraseQuery(text).length > 0)
    }),
  )
})

test("pairs of characters find what single ones find, also in what is indexed by both", () => {
  const unit = fc.constantFrom(..."登录页接口登录 aB1.，é")
  const written = (most: number) => fc.string({ unit, maxLength: most })
  fc.assert(
    fc.property(written(30), written(5), (text, query) => {
      const phrases = phraseQuery(query)
      const found = matches(phrases, tokensOf(text))
      expect(matches(phrases, indexedTokens(text))).toBe(found)
      expect(matches(phrases.map(inPairs), indexedTokens(text))).toBe(found)
    }),
    { numRuns: 2_000 },
  )
})

test("nothing that somebody asks for is taken for a pair, also unfinished", () => {
  for (const query of ["对登录", "对登", "对", "p", "x对"])
    expect(matches(phraseQuery(query).map(inPairs), indexedTokens("登录")), query).toBe(false)
  expect(matches(phraseQuery("pa").map(inPairs), indexedTokens("page 登录"))).toBe(true)
})

test("a very long query is read only so far", () => {
  expect(phraseQuery("登录".repeat(500)).flatMap(({ tokens }) => tokens)).toHaveLength(32)
})

test("what was found is marked, and the text stays whole", () => {
  const marked = (text: string, query: string) =>
    highlight(text, query)
      .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
      .join("")
  expect(marked("后端接口联调，接口文档", "接口")).toBe("后端[接口]联调，[接口]文档")
  expect(marked("Payment page", "payment pa")).toBe("[Payment] [pa]ge")
  expect(marked("产品Ｖ１．２发布", "v1.2")).toBe("产品[Ｖ１．２]发布")
  expect(marked("登录登录", "登录")).toBe("[登录登录]")
  expect(marked("接口", "")).toBe("接口")
  fc.assert(
    fc.property(anyText(), anyText(), (text, query) => {
      const pieces = highlight(text, query)
      expect(pieces.map((piece) => piece.text).join("")).toBe(text)
    }),
  )
})
