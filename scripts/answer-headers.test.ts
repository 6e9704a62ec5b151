import type { IncomingMessage, ServerResponse } from "node:http"
import { expect, test } from "vitest"
import { dressAnswer } from "@/scripts/answer-headers"

test("a page has its policy however its address is written; what sets its own headers keeps them", () => {
  for (const page of [
    "/",
    "/tasks?view=all",
    "/groups/data/..",
    "/events/%2e%2e/tasks",
    "/eventsx",
  ])
    expect(headersOf(page)["content-security-policy"], page).toContain("'strict-dynamic'")
  for (const other of [
    "/events",
    "/groups/data/unread?group=1",
    "/_next/static/a.js",
    "/x/../health",
  ])
    expect(headersOf(other), other).toEqual({})
})

test("an address whose words are somebody's key is told to no other site", () => {
  for (const key of ["/password/abc", "/g/abc", "/tasks/../password/abc"])
    expect(headersOf(key)["referrer-policy"], key).toBe("no-referrer")
  expect(headersOf("/g/tickets/1")["referrer-policy"]).toBe("same-origin")
})

test("each answer has a nonce of its own, which the framework finds in the request", () => {
  const [one, other] = [headersOf("/"), headersOf("/")]
  expect(one["content-security-policy"]).not.toBe(other["content-security-policy"])
  const request = asked("/")
  const said = dressed(request)
  expect(request.headers["content-security-policy"]).toBe(said["content-security-policy"])
})

const asked = (url: string) => ({ url, headers: {}, rawHeaders: [] }) as unknown as IncomingMessage

function dressed(request: IncomingMessage): Record<string, string> {
  const said: Record<string, string> = {}
  const setHeader = (name: string, value: string) => {
    said[name.toLowerCase()] = value
  }
  dressAnswer(request, { setHeader } as unknown as ServerResponse, { https: false, dev: false })
  return said
}

const headersOf = (url: string) => dressed(asked(url))
