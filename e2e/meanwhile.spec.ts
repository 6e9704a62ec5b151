import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { box, makeGroup, said, say, stream } from "./talking"

/**
 * What a page asks for is answered, and the answer is held back on its way.
 * @returns when it was given, and what lets it go
 */
async function heldBack(page: Page, pathname: string) {
  const given = Promise.withResolvers<void>()
  const free = Promise.withResolvers<void>()
  await page.route(
    (url) => url.pathname === pathname,
    async (route) => {
      const response = await route.fetch()
      given.resolve()
      await free.promise
      await route.fulfill({ response })
    },
  )
  return { given: given.promise, letGo: free.resolve }
}

test("what is answered while a thread is read stands in it", async ({ as }) => {
  const [author, other] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(author, "盘点一组", ["周舟"])
  await say(author, "三号仓几点盘点")
  await other.goto(address)
  const reply = async (page: Page) => {
    await said(page, "三号仓几点盘点").hover()
    await said(page, "三号仓几点盘点").getByRole("button", { name: "回复", exact: true }).click()
    return page.getByRole("complementary", { name: "回复" })
  }
  const answering = await reply(other)
  const read = await heldBack(author, "/groups/data/thread")
  const thread = await reply(author)
  await read.given
  await answering.getByRole("textbox", { name: "输入消息" }).fill("十点半，从南门进")
  await other.keyboard.press("Enter")
  await expect(said(author, "三号仓几点盘点").getByText("1 条回复")).toBeVisible()
  read.letGo()
  await expect(thread.getByText("十点半，从南门进")).toBeVisible()
})

test("what is said while one goes back to the newest stands there", async ({ as }) => {
  const [author, other] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(author, "盘点二组", ["周舟"])
  const groupId = Number(address.split("/").at(-1))
  for (let nth = 1; nth <= 110; nth++)
    await author.request.post("/groups/messages/send", {
      data: { groupId, body: `清点 ${nth} 箱`, key: `meanwhile-${nth}` },
      headers: { "sec-fetch-site": "same-origin" },
    })
  await author.goto(address)
  await author.getByRole("button", { name: "在本组查找" }).click()
  await author.getByRole("searchbox", { name: "在本组查找" }).fill("清点 3 箱")
  await author
    .getByRole("complementary", { name: "在本组查找" })
    .getByText("清点 3 箱", { exact: true })
    .click()
  await expect(said(author, /清点 3 箱/)).toBeInViewport()
  await other.goto(address)
  await expect(box(other)).toBeVisible()
  const read = await heldBack(author, "/groups/data/history")
  await author.getByRole("button", { name: "回到最新" }).click()
  await read.given
  await say(other, "盘点完了，一箱不少")
  await expect(author.getByRole("button", { name: "1 条新消息" })).toBeVisible()
  read.letGo()
  await expect(stream(author).getByText("盘点完了，一箱不少")).toBeInViewport()
})

test("on a phone what is said behind an open thread isn't read before one is back", async ({
  as,
}) => {
  const author = await as("Q016")
  const reader = await as("Q010", { viewport: { width: 390, height: 844 } })
  const address = await makeGroup(author, "盘点三组", ["周舟"])
  await say(author, "冷库钥匙在谁那里")
  await reader.goto(address)
  await expect(said(author, "冷库钥匙在谁那里").getByText("全部已读")).toBeVisible()
  await said(reader, "冷库钥匙在谁那里").hover()
  await said(reader, "冷库钥匙在谁那里")
    .getByRole("button", { name: "回复", exact: true })
    .dispatchEvent("click")
  const thread = reader.getByRole("complementary", { name: "回复" })
  await expect(thread).toBeVisible()

  await say(author, "四号仓改到周五盘")
  const row = said(author, "冷库钥匙在谁那里")
  await row.hover()
  await row.getByRole("button", { name: "回复", exact: true }).click()
  const beside = author.getByRole("complementary", { name: "回复" })
  await beside.getByRole("textbox", { name: "输入消息" }).fill("在我这里")
  await author.keyboard.press("Enter")
  // What was said later, in the thread, is read already.
  await expect(thread.getByText("在我这里")).toBeVisible()
  await expect(beside.getByText("全部已读")).toBeVisible()
  const own = said(author, "四号仓改到周五盘")
  await expect(own.getByRole("button", { name: "1人未读" })).toBeVisible()
  await thread.getByRole("button", { name: "关闭回复" }).click()
  await expect(own.getByText("全部已读")).toBeVisible()
})
