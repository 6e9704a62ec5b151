import { expect, test } from "vitest"
import "@/lib/modules"
import { uploadOf } from "./upload-request"

test("a request's body is the file, its name stands in a header", async () => {
  const headers = { "x-qibu-name": encodeURIComponent("报告 1.pdf"), "content-length": "3" }
  const request = new Request("http://portal/files", { method: "POST", headers, body: "abc" })
  expect(uploadOf(request)).toMatchObject({ name: "报告 1.pdf", announced: 3 })
  const wrong = new Request("http://portal/files", {
    method: "POST",
    headers: { "x-qibu-name": "%E6%8" },
  })
  expect(() => uploadOf(wrong)).toThrow()
})
