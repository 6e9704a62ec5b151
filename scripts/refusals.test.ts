import { expect, test } from "vitest"
import { refusalOf } from "./refusals"

const action = { "next-action": "7f00", host: "portal.example" }
const asked = (headers: Record<string, string>, url?: string) => refusalOf({ headers }, url)

test("an action asked for by a page of this site goes on", () => {
  expect(asked({ ...action, origin: "https://portal.example" })).toBe(undefined)
  expect(asked({ ...action, host: "10.0.0.5:3000", origin: "https://portal.example" })).toBe(403)
  expect(
    asked(
      { ...action, host: "10.0.0.5:3000", origin: "https://portal.example" },
      "https://portal.example",
    ),
  ).toBe(undefined)
})

test("an action asked for by another site is refused, whatever it calls itself", () => {
  for (const origin of [
    "http://evil.example",
    "null",
    "",
    "portal.example",
    "https://portal.example:444",
  ])
    expect(asked({ ...action, origin })).toBe(403)
})

test("an action's body above a megabyte is refused before it is read", () => {
  expect(asked({ ...action, "content-length": "1048577" })).toBe(413)
  expect(asked({ ...action, "content-length": "1048576" })).toBe(undefined)
})

test("nothing else is looked at here", () => {
  expect(
    asked({ host: "portal.example", origin: "http://evil.example", "content-length": "9999999" }),
  ).toBe(undefined)
})

test("an address that says no text is nobody's", () => {
  for (const url of ["/search?q=a%00b", "/tasks/%00", "/tasks/%ff", "/files/%F0%9F", "/%"])
    expect(refusalOf({ headers: {}, url }, undefined)).toBe(400)
  for (const url of ["/search?q=%ff", "/tasks/%E4%BB%BB", "/search?q=100%"])
    expect(refusalOf({ headers: {}, url }, undefined)).toBe(undefined)
  expect(refusalOf({ headers: {}, url: "/search?q=100%25&n=001" }, undefined)).toBe(undefined)
})

test("what is asked of a proxy is refused: no redirect leads to the host that it names", () => {
  for (const url of ["http://evil.example/tasks", "*", "evil.example:443"])
    expect(refusalOf({ headers: {}, url }, undefined)).toBe(400)
  expect(refusalOf({ headers: {}, url: "/", method: "TRACE" }, undefined)).toBe(501)
})

test("a file that lies there for everybody is only read", () => {
  for (const url of ["/sw.js", "/live-worker.js?1", "/icons/icon-32.png", "/_next/static/a/b.js"]) {
    for (const method of ["POST", "PUT", "OPTIONS"])
      expect(refusalOf({ headers: {}, url, method }, undefined)).toBe(405)
    for (const method of ["GET", "HEAD"])
      expect(refusalOf({ headers: {}, url, method }, undefined)).toBe(undefined)
  }
  for (const url of ["/files", "/tasks/1", "/api/auth/callback/company"])
    expect(refusalOf({ headers: {}, url, method: "POST" }, undefined)).toBe(undefined)
})
