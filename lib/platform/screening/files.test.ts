import { expect, test } from "vitest"
import { docxOf, pdfOf, xlsxOf, zipWith } from "@/tests/sample-files"
import { readAside } from "./file-aside"
import { type ReaderLimits, usualLimits } from "./file-reader"
import type { ScreeningRules } from "./own-words"

const usual: ScreeningRules = { off: [], own: [], except: [] }
const idCard = "11010519491231002X"
const told = async (read: ReturnType<typeof readAside>) => {
  const { state, finds } = await read
  return { state, finds }
}
const read = (bytes: Uint8Array | string, rules = usual) =>
  told(readAside({ bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes, rules }))

test("a text, a Word, an Excel and a PDF file are read, by what they are and not by their name", async () => {
  const found = { state: "read", finds: { id_card: 1, phone: 1 } }
  expect(await read(`姓名,身份证,手机\n梁音,${idCard},13812345678\n`)).toEqual(found)
  expect(await read(await docxOf("合作备忘", `身份证 ${idCard}`, "手机 13812345678"))).toEqual(
    found,
  )
  expect(
    await read(
      await xlsxOf([
        ["姓名", "身份证", "手机"],
        ["梁音", idCard, 13812345678],
      ]),
    ),
  ).toEqual(found)
  expect(await read(pdfOf(`${idCard}, 13812345678`))).toEqual(found)
  expect(await read(await docxOf("周三上午见"))).toEqual({ state: "read", finds: {} })
})

test("a text is read in the encodings that are met here", async () => {
  const gbk = Uint8Array.from([0xca, 0xd6, 0xbb, 0xfa, ...Buffer.from(" 13812345678")])
  const wide = Buffer.from("\ufeff手机 13812345678", "utf16le")
  for (const bytes of [gbk, wide]) expect((await read(bytes)).finds).toEqual({ phone: 1 })
})

test("the company's own words and expressions are looked for in files, too", async () => {
  const own = [
    { words: "昆仑计划", pattern: false },
    { words: "QB-\\d{4}", pattern: true },
  ]
  const found = await read(await docxOf("昆仑计划 QB-2026"), { ...usual, own })
  expect(found).toEqual({ state: "read", finds: { word: 2 } })
})

test("what can't be read says why: it isn't called clean", async () => {
  const whole = pdfOf("13812345678")
  expect((await read(whole.subarray(0, 60))).state).toBe("broken")
  const word = await docxOf(idCard)
  expect((await read(word.subarray(0, word.length - 40))).state).toBe("broken")
  expect((await read(pdfOf(""))).state).toBe("kind")
  const locked = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from("EncryptedPackage", "utf16le"),
  ])
  expect((await read(locked)).state).toBe("locked")
  const within = { "word/document.xml": ["<w:t>x</w:t>"], "word/embeddings/a.bin": ["?"] }
  expect((await read(await zipWith(within))).state).toBe("kind")
})

test("pictures and recordings have no text", async () => {
  const picture = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")
  const film = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1")
  for (const bytes of [picture, film]) expect((await read(bytes)).state).toBe("media")
})

test("an archive is read with the files in it and their names, one archive deep", async () => {
  const word = await docxOf(`身份证 ${idCard}`)
  const archive = await zipWith({ "13812345678.txt": ["手机 13912345678"], "名单.docx": [word] })
  expect(await read(archive)).toEqual({ state: "read", finds: { id_card: 1, phone: 2 } })
  const picture = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")
  expect((await read(await zipWith({ "a.png": [picture] }))).state).toBe("read")
  // Within another one it isn't opened, and what can't be read makes the whole not read.
  const nested = await zipWith({ "内层.zip": [archive], "说明.txt": ["手机 13712345678"] })
  expect(await read(nested)).toEqual({ state: "kind", finds: { phone: 1 } })
  expect((await read(await zipWith({ "坏.pdf": ["%PDF-1.7 x"] }))).state).toBe("broken")
  expect((await read(await zipWith({ mimetype: ["application/epub+zip"] }))).state).toBe("kind")
  const locked = Buffer.from(archive)
  locked.writeUInt16LE(1, locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8)
  expect((await read(locked)).state).toBe("locked")
})

test("an archive that unpacks without end is let be", async () => {
  // More than the 64 MB that are unpacked of one file.
  const endless = Array<Buffer>(80).fill(Buffer.alloc(1 << 20, "0"))
  const plain = await zipWith({ "a.txt": endless })
  expect((await read(plain)).state).toBe("large")
  const bomb = await zipWith({ "word/document.xml": endless })
  expect(bomb.byteLength).toBeLessThan(1 << 20)
  expect((await read(bomb)).state).toBe("large")
  // Its directory lies about it.
  const lying = Buffer.from(bomb)
  lying.writeUInt32LE(10, lying.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  expect((await read(lying)).state).toBe("broken")
})

test("20 MB of text are screened away from the thread that answers everybody", async () => {
  const line = "会议在周三上午举行，请各部门准备材料并按时到场，没有别的安排。\n"
  const text = line.repeat(Math.ceil((20 << 20) / Buffer.byteLength(line)))
  let beats = 0
  const beat = setInterval(() => {
    beats += 1
  }, 5)
  const found = await read(`${text}身份证 ${idCard}`)
  clearInterval(beat)
  expect(found).toEqual({ state: "read", finds: { id_card: 1 } })
  expect(beats).toBeGreaterThan(10)
})

test("a number across two stretches of a text without lines is found, once", async () => {
  for (const before of [16_370, 16_380, 16_384, 32_500])
    expect((await read(`${"好".repeat(before)}13812345678${"好".repeat(40_000)}`)).finds).toEqual({
      phone: 1,
    })
})

const within = (limits: Partial<ReaderLimits>, bytes: Uint8Array) =>
  told(readAside({ bytes, rules: usual }, { ...usualLimits, ...limits }))
const fine = { state: "read", finds: { phone: 1 } }

test("a file that takes longer than its time is let go, and the next one is read", async () => {
  expect(await within({ longest: 1 }, await docxOf("手机 13812345678"))).toEqual({
    ...{ state: "slow", finds: {} },
  })
  expect(await read("手机 13812345678")).toEqual(fine)
})

test("a file that takes more memory than it may ends its thread alone", async () => {
  const many = "<w:p><w:t>好</w:t></w:p>".repeat(500_000)
  const wide = await zipWith({ "word/document.xml": [`<w:document>${many}</w:document>`] })
  expect(await within({ memory: 24 }, wide)).toEqual({ state: "large", finds: {} })
  expect(await read("手机 13812345678")).toEqual(fine)
})

test("bytes that lie beside the thread's own memory count, too", async () => {
  const large = Buffer.alloc(40 * 1024 ** 2, "x")
  expect(await within({ mostBeside: 1024 ** 2 }, large)).toEqual({ state: "large", finds: {} })
  expect(await read("手机 13812345678")).toEqual(fine)
})

test("one file after the other is read by the same thread, which keeps nothing of them", async () => {
  await read("手机 13812345678")
  const reader = globalThis.__qibuFileReader?.worker
  expect(reader).toBeDefined()
  expect(await read("周三上午见")).toEqual({ state: "read", finds: {} })
  expect(globalThis.__qibuFileReader?.worker).toBe(reader)
})
