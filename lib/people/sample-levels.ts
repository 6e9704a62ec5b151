import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { Step } from "@/lib/platform/steps"
import { write } from "@/lib/platform/write"
import { canSetLevel, setLevel } from "./levels"
import { activePeople } from "./moving"

type At = (days: number, clock: string) => Date

/** Working days ago, clock, whose head, whose level, from and to, why. */
const story = `-52 10:20 周舟 程可 管理员 可编辑 前端组的成员和权限改由研发部统一管理
-47 16:05 程可 杨云帆 仅查看 可编辑 试用期通过，接手门户组件库
-41 09:40 许诺 秦思远 仅查看 可编辑 试用期通过
-38 11:15 梁音 吕亦凡 仅查看 可编辑 开始独立跟进两家客户
-33 14:30 金朵 窦若溪 可编辑 仅查看 月结改为双人复核，只查看不修改
-29 17:10 周舟 朱乐山 可编辑 仅查看 借调到外部项目，期间只查看
-26 10:00 高远 何博文 可编辑 仅查看 转岗交接完成
-22 15:20 程可 魏景行 可编辑 仅查看 支援售前，期间不改前端项目
-17 09:30 许诺 姜天佑 仅查看 可编辑 开始编写回归测试计划
-13 13:50 段立 韩书瑶 仅查看 可编辑 可以独立值班
-9 16:40 周舟 孙景行 可编辑 仅查看 测试环境整理期间只查看
-5 11:05 安然 孔清扬 仅查看 可编辑 可以独立回复客户`

const words = { 仅查看: "view", 可编辑: "edit", 管理员: "admin" } as const
const isWord = (word: string): word is keyof typeof words => word in words
const levelOf = (word: string) => (isWord(word) ? words[word] : refuse("invalid"))

const changes = story.split("\n").map((line) => {
  const [days, clock = "", head = "", name = "", before = "", after = "", reason = ""] =
    line.split(" ")
  return { days: Number(days), clock, head, name, before, after, reason }
})

/** What somebody's level was when the company began with the portal, in the words of a staff file. */
export const firstLevels: ReadonlyMap<string, string> = new Map(
  changes.map(({ name, before }) => [name, before]),
)

/** Heads raise and lower levels over some months, with the right and the reasons they had. */
export async function levelSteps(at: At): Promise<Step[]> {
  const rows = await db().select({ id: people.id, name: people.name }).from(people)
  const ids = new Map(rows.map(({ id, name }) => [name, id]))
  return changes.map(({ days, clock, head, name, before, after, reason }) => {
    const when = at(days, clock)
    return {
      at: when,
      make: async (first) => {
        const [actor = refuse("not_found")] = await actorsOf(db(), [ids.get(head) ?? 0])
        await write(
          actor,
          async (ctx) => {
            if (!(await first(ctx))) return
            const [person = refuse("not_found")] = await activePeople(ctx, [ids.get(name) ?? 0])
            if (!canSetLevel(actor, person)) refuse("forbidden", { values: { name } })
            await setLevel(ctx, { ...person, level: levelOf(before) }, levelOf(after), reason)
          },
          { now: when },
        )
      },
    }
  })
}
