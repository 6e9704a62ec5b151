import { expect, hold, test } from "./fixtures"
import { cookieOf } from "./visitor"

test("a browser that is handed on holds nothing of whoever had it, and reads what it is told as any other", async ({
  lending,
  portal,
}) => {
  const kind = { baseURL: portal.url, viewport: { width: 1000, height: 700 } }
  const before = await lending.lend(kind)
  await hold(before, portal, await cookieOf(portal, "Q016"))
  await before.goto("/settings/notifications")
  await before.evaluate(async () => {
    sessionStorage.setItem("kept", "x")
    localStorage.setItem("kept", "x")
    await (await caches.open("kept")).put("/kept", new Response("x"))
    await navigator.serviceWorker.register("/sw.js")
    const { promise, resolve } = Promise.withResolvers<unknown>()
    indexedDB.open("kept").onsuccess = resolve
    await promise
  })
  await before.route("**/*", (route) => route.abort())
  await before.setViewportSize({ width: 390, height: 844 })
  await before.emulateMedia({ media: "print" })
  await before.context().newPage()
  await before.context().setOffline(true)

  await lending.takeBack()
  const after = await lending.lend(kind)
  expect(after).toBe(before)
  expect(after.context().pages()).toEqual([after])
  expect(await after.context().cookies()).toEqual([])
  await after.goto("/tasks")
  expect(new URL(after.url()).pathname).toBe("/login")
  const left = await after.evaluate(async () => ({
    session: sessionStorage.getItem("kept"),
    local: localStorage.getItem("kept"),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).filter(({ name }) => name === "kept"),
    width: innerWidth,
    print: matchMedia("print").matches,
  }))
  expect(left).toEqual({
    ...{ session: null, local: null, caches: [], workers: 0, databases: [] },
    ...{ width: 1000, print: false },
  })
})
