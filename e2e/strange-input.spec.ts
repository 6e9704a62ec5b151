import { expect, test } from "./fixtures"
import { strangeAddresses } from "./strange-input"
import { cookieOf } from "./visitor"

test("whatever is typed into addresses, the portal doesn't break", async ({ portal }) => {
  const cookie = await cookieOf(portal, "Q011")
  for (const address of strangeAddresses) {
    const answer = await fetch(portal.url + address, { headers: { cookie }, redirect: "manual" })
    expect({ address, broken: answer.status >= 500 }).toEqual({ address, broken: false })
  }
})
