import { IncomingMessage } from "node:http"
import { Socket } from "node:net"
import { expect, test } from "vitest"
import { settleWhole, wholeHeader } from "./whole-page"

function asked(headers: Record<string, string>): string | undefined {
  const request = new IncomingMessage(new Socket())
  Object.assign(request.headers, headers)
  settleWhole(request)
  return request.headers[wholeHeader]?.toString()
}

test("a page is known as whole unless the portal's script asks, whatever the browser claims", () => {
  expect(asked({})).toBe("1")
  expect(asked({ rsc: "1" })).toBeUndefined()
  expect(asked({ "next-action": "7f", [wholeHeader]: "1" })).toBeUndefined()
})
