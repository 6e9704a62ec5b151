import { expect, test } from "vitest"
import { cleanName, disposition } from "./file-names"

test("a name is one line without paths or invisible marks", () => {
  expect(cleanName("报告 V1.2.pdf")).toBe("报告 V1.2.pdf")
  expect(cleanName("../../etc/passwd")).toBe("_.._etc_passwd")
  expect(cleanName("C:\\temp\\a.txt")).toBe("C:_temp_a.txt")
  expect(cleanName("a\r\nSet-Cookie: x.txt")).toBe("aSet-Cookie: x.txt")
  expect(cleanName("photo\u202egpj.exe")).toBe("photogpj.exe")
  expect(cleanName("\u200b .. ")).toBe("file")
  expect(cleanName("a\ud800b")).toBe("a\ufffdb")
})

test("a long name keeps its ending", () => {
  const name = cleanName(`${"长".repeat(500)}.xlsx`)
  expect([...name]).toHaveLength(180)
  expect(name.endsWith(".xlsx")).toBe(true)
})

test("any name fits into the header, exactly for those that read UTF-8", () => {
  const header = disposition("attachment", `报"告's (1).pdf`)
  expect(header).toBe(
    `attachment; filename="____s (1).pdf"; filename*=UTF-8''%E6%8A%A5%22%E5%91%8A%27s%20%281%29.pdf`,
  )
})
