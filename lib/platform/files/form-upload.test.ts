import { buffer } from "node:stream/consumers"
import { expect, test } from "vitest"
import { formUpload } from "./form-upload"

const boundary = "----form7Q"
const content = Buffer.from(`工号,姓名\r\n--${boundary.slice(0, 5)}\r\nQ1,林默\r\n`)
const form = (body: Buffer, name = "员工.csv") =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    body,
    Buffer.from(
      `\r\n--${boundary}\r\nContent-Disposition: form-data; name="x"\r\n\r\ny\r\n--${boundary}--\r\n`,
    ),
  ])

function sent(bytes: Buffer, size: number): Request {
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (pipe) => {
      if (at >= bytes.length) return pipe.close()
      pipe.enqueue(bytes.subarray(at, at + size))
      at += size
    },
  })
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` }
  const init = { method: "POST", headers, body, duplex: "half" }
  return new Request("http://portal/files", init)
}

test("a form's file arrives whole, however the network cuts it", async () => {
  for (const size of [1, 2, 7, 33, 10_000]) {
    const upload = await formUpload(sent(form(content), size))
    expect(upload.name).toBe("员工.csv")
    expect((await buffer(upload.body)).equals(content)).toBe(true)
  }
})

test("a form that breaks off, or without a file, is refused", async () => {
  const whole = form(content)
  const cut = await formUpload(sent(whole.subarray(0, whole.indexOf("林默")), 20))
  await expect(buffer(cut.body)).rejects.toMatchObject({ sentence: "errors.fileCutOff" })
  await expect(formUpload(sent(form(content, ""), 20))).rejects.toMatchObject({ code: "invalid" })
  await expect(formUpload(sent(Buffer.from("nothing"), 20))).rejects.toMatchObject({
    code: "invalid",
  })
})
