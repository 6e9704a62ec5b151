import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { Refusal } from "@/lib/platform/refusal"
import { actor, aPerson } from "@/tests/people"
import { aGroup, say } from "@/tests/talk"
import { earlierThan, laterThan, threadOf } from "./history"
import { findMessage } from "./message"
import { withOwnLinks } from "./own-links"
import { viewOf } from "./view"

const who = { lin: 0, an: 0, ke: 0, eve: 0 }
let group = 0

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "ke", "eve"] as const) who[name] = await aPerson(name)
  group = await aGroup([who.lin, who.an, who.ke])
})

const refusal = async (run: Promise<unknown>): Promise<Refusal> => {
  const error = await run.catch((reason: unknown) => reason)
  if (error instanceof Refusal) return error
  throw new Error("it was not refused", { cause: error })
}

describe("what is said in a group", () => {
  test("is numbered without gaps and read back in that order", async () => {
    const talk = await aGroup([who.lin, who.an])
    for (const body of ["一", "二", "三"]) await say(who.lin, talk, body)
    await refusal(say(who.lin, talk, "  "))
    await say(who.an, talk, "四")
    const { rows, earlier } = await earlierThan(talk)
    expect(rows.map(({ seq, html }) => [seq, html])).toEqual([
      [1, "<p>一</p>"],
      [2, "<p>二</p>"],
      [3, "<p>三</p>"],
      [4, "<p>四</p>"],
    ])
    expect(earlier).toBe(false)
    expect((await laterThan(talk, 2)).rows.map(({ seq }) => seq)).toEqual([3, 4])
  })

  test("fifty at once get fifty numbers in a row", async () => {
    const talk = await aGroup([who.lin, who.an])
    const said = await Promise.all(
      Array.from({ length: 50 }, (_, nth) => say(nth % 2 ? who.lin : who.an, talk, `第 ${nth} 句`)),
    )
    expect(said.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, nth) => nth + 1),
    )
  })

  test("answers stand in the thread of the first message, not in the stream", async () => {
    const talk = await aGroup([who.lin, who.an])
    const root = await say(who.lin, talk, "几点发布？")
    const first = await say(who.an, talk, "六点", { threadId: root.id })
    await say(who.lin, talk, "好", { threadId: first.id })
    expect((await earlierThan(talk)).rows.map(({ id }) => id)).toEqual([root.id])
    const thread = await threadOf(talk, root.id)
    expect(thread?.rows.map(({ html }) => html)).toEqual(["<p>六点</p>", "<p>好</p>"])
    expect(thread?.root).toMatchObject({ replies: 2 })
    expect(thread?.root.repliers.map(({ name }) => name)).toEqual(["lin", "an"])
  })

  test("nothing of another group can be answered or quoted", async () => {
    const other = await aGroup([who.eve, who.lin])
    const secret = await say(who.eve, other, "别处的话")
    for (const more of [{ threadId: secret.id }, { quoteId: secret.id }])
      expect((await refusal(say(who.an, group, "看这里", more))).code).toBe("not_found")
    expect((await refusal(say(who.an, group, "看", { threadId: 987_654 }))).code).toBe("not_found")
  })

  test("who isn't in the group can't be mentioned", async () => {
    const mentions = [{ personId: who.eve, reason: "请确认", needsAnswer: true }]
    const refused = await refusal(say(who.lin, group, "@eve 看", { mentions }))
    expect(refused.fields).toEqual({ mentions: "messages.error.notHere" })
  })

  test("everybody is called by managers, or by who agreed to reach so many", async () => {
    const asked = await refusal(say(who.an, group, "@所有人 开会", { everyone: "请确认" }))
    expect([asked.code, asked.current]).toEqual(["conflict", { reach: 2 }])
    await say(who.an, group, "@所有人 开会", { everyone: "请确认", confirmed: 2 })
    await say(who.lin, group, "@所有人 开会", { everyone: "请确认" })
  })

  test("up to five are called by name just so; of more one agrees to how many, also a manager", async () => {
    const many = await Promise.all([1, 2, 3, 4, 5, 6].map((nth) => aPerson(`many ${nth}`)))
    const talk = await aGroup([who.lin, ...many])
    const called = (count: number, confirmed?: number) =>
      say(who.lin, talk, "请看排班", {
        mentions: many
          .slice(0, count)
          .map((personId) => ({ personId, reason: "供参考", needsAnswer: false })),
        ...(confirmed && { confirmed }),
      })
    await called(5)
    const asked = await refusal(called(6))
    expect([asked.code, asked.current]).toEqual(["conflict", { reach: 6 }])
    await refusal(called(6, 5))
    await called(6, 6)
  })

  test("marks become a subset of HTML and nothing that runs", async () => {
    const body = [
      "**要紧** `代码` <script>alert(1)</script> [去](javascript:alert(1)) ![图](http://x/y.png)",
      "https://qimu.example/a?b=1&c=<i>",
    ].join("\n")
    const { id } = await say(who.lin, group, body)
    const html = (await viewOf(db(), id))?.html ?? ""
    expect(html).toContain("<strong>要紧</strong> <code>代码</code>")
    expect(html).not.toMatch(/<script|<img|href="javascript|<i>/)
    expect(html).toContain('rel="noreferrer noopener"')
  })

  test("the address of a record leads to it, by whichever name one reached the portal", async () => {
    const here = "http://10.0.0.5:3000"
    const typed = `见${here}/tasks/12，${here}/settings，https://x.cn/tasks/3，a/tasks/9，三元/人/1 次`
    const body = withOwnLinks(typed, here)
    expect(body).toBe(
      `见/tasks/12，${here}/settings，https://x.cn/tasks/3，a/tasks/9，三元/人/1 次`,
    )
    const { id } = await say(who.lin, group, body)
    const view = await viewOf(db(), id)
    expect(view?.refs).toEqual(["task:12"])
    expect(view?.html.match(/<a data-soft[^>]*>[^<]*/g)).toEqual([
      '<a data-soft href="/tasks/12">/tasks/12',
    ])
  })

  test("what nobody can see is no message", async () => {
    for (const body of ["", " \n ", "\u200b\u2060", "\u202e \ufeff"])
      expect(await refusal(say(who.lin, group, body))).toMatchObject({
        code: "invalid",
        fields: { body: "messages.error.empty" },
      })
  })

  test("what is marked as a tag is what the message is found by", async () => {
    const { id } = await say(
      who.lin,
      group,
      "请看#预算 和＃待审批，第 #12 页 https://x.cn/a#b `#c`",
    )
    const html = (await viewOf(db(), id))?.html ?? ""
    const marked = [...html.matchAll(/<a class="tag[^>]*>([^<]*)<\/a>/g)].map(([, tag]) => tag)
    expect(marked).toEqual(["#预算", "＃待审批"])
  })

  test("a mention is marked where the name stands, its reason beside it", async () => {
    const mentions = [{ personId: who.ke, reason: "定是否回退", needsAnswer: true }]
    const { id } = await say(who.lin, group, "现场停了，@ke 看一下 #紧急", { mentions })
    const view = await viewOf(db(), id)
    expect(view?.html).toContain('<span class="mention">@ke</span>')
    expect(view?.html).toContain(">#紧急</a>")
    expect(view?.html).toContain('class="tag tag-cinnabar" title="要先处理')
    expect(view?.mentions).toMatchObject([{ name: "ke", reason: "定是否回退", needsAnswer: true }])
  })
})

test("who is not in the group sees no message of it", async () => {
  const { id } = await say(who.lin, group, "内部")
  const message = await findMessage(db(), id)
  const { canSee } = await import("./policy")
  if (!message) throw new Error("no message")
  expect(canSee(await actor(who.ke), message)).toBe(true)
  expect(canSee(await actor(who.eve), message)).toBe(false)
})
