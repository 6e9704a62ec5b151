import { expect, test } from "@playwright/test"
import { freePort } from "../tests/port"
import { type Portal, startPortal } from "./portal"
import { publishedActions } from "./raw-post"
import { cookieOf, look } from "./visitor"

const address = "https://portal.example"
let portal: Portal

test.beforeAll(async () => {
  const PORT = String(await freePort())
  portal = await startPortal({
    env: { PORT, QIBU_URL: address, QIBU_TRUSTED_PROXIES: "127.0.0.1" },
  })
})
test.afterAll(() => portal.stop())

/** As the proxy passes on what somebody's browser sends it over https. */
const passedOn = async (staffNo: string) => ({
  origin: address,
  cookie: `__Secure-${await cookieOf(portal, staffNo)}`,
  "x-forwarded-for": "203.0.113.7",
  "x-forwarded-proto": "https",
  "x-forwarded-host": "portal.example",
})

test("behind a proxy that speaks https, who creates something gets its page with the answer, and is on record with their own address", async () => {
  const [owner] = look<{ id: number; department: number }>(
    portal,
    "select id, department_id as department from people where staff_no = 'Q016'",
  )
  const action = publishedActions().find(({ name }) => name.endsWith("#createTaskAction"))
  const fields = {
    ...{ name: "核对代理后面的地址", description: "从外面看一遍。", due: "2030-05-06T18:00" },
    ...{ owner: `#${owner?.id}`, priority: "medium", department: String(owner?.department) },
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value)
  form.append("0", '[null,"$K1"]')
  const answer = await fetch(`${portal.url}/tasks/new`, {
    method: "POST",
    headers: {
      ...(await passedOn("Q016")),
      ...{ accept: "text/x-component", "next-action": action?.id ?? "" },
    },
    body: form,
  })
  expect(answer.headers.get("x-action-redirect")).toMatch(/^\/tasks\/\d+;/)
  expect(await answer.text()).toContain("从外面看一遍。")
  expect(answer.headers.get("strict-transport-security")).toContain("max-age=")
  const addresses = look<{ address: string }>(
    portal,
    "select distinct address from events where type = 'task.created' and address is not null",
  )
  expect(addresses).toEqual([{ address: "203.0.113.7" }])
})
