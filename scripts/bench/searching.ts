/** P5 in a process of its own: the search's SQL for short queries over many messages. */
import { sql } from "drizzle-orm"
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { readEnv } from "@/lib/platform/env"
import { actorsOf } from "@/lib/platform/organisation"
import { matching, placeFound } from "@/lib/platform/search-matching"
import { phraseQuery } from "@/lib/platform/tokens"
import { quantile } from "./load"
import { companyIn } from "./portal"
import { rounds } from "./rounds"

const most = 31
const text =
  "三号仓的出库单对账接口标签打印波次策略登录页报表导出手持端断网重连备份恢复演练客户回访记录多仓调拨库位盘点预发布环境已经切到新版本今天下班前给结果还差两个用例复现了在看日志确认时间"
const strange = "龘靐齉爩鱻麤灪籱饢驫"

/** Every stretch of one to four characters, as many of each length. */
const stretches = (of: string): string[] =>
  [1, 2, 3, 4].flatMap((length) =>
    Array.from({ length: 25 }, (_, n) => of.slice((n * 3) % (of.length - 4)).slice(0, length)),
  )

/** Characters that stand everywhere, in an order in which they stand nowhere; and some that don't. */
const absent = [
  ...stretches([...text].toReversed().join("")).filter(
    (query) => query.length > 1 && !text.includes(query),
  ),
  ...stretches(strange + strange + strange),
]

function ask(principals: readonly string[], query: string): Promise<unknown> {
  return engine().rows(
    db(),
    sql`select r.id, r.record_id from ${matching(principals, phraseQuery(query))}
      and r.kind = 'message' order by ${placeFound} desc limit ${most}`,
  )
}

async function slowest(principals: readonly string[], queries: readonly string[]) {
  const found: number[] = []
  for (let round = 0; round < rounds; round++) {
    const times: number[] = []
    for (const query of queries) {
      const since = performance.now()
      await ask(principals, query)
      times.push(performance.now() - since)
    }
    found.push(
      quantile(
        times.toSorted((a, b) => a - b),
        0.99,
      ),
    )
  }
  return found
}

const { talk } = companyIn(readEnv().data)
const [actor] = await actorsOf(db(), [talk?.reader.personId ?? 0])
if (!talk || !actor) throw new Error("nobody talks there")
const own = [...actor.principals.keys()]
const present = stretches(text)
await slowest(own, present)
process.send?.({
  present: await slowest(own, present),
  absent: await slowest(own, absent),
  rareRoom: await slowest([`group:${talk.quiet}`], [...present, ...absent]),
  noAccess: await slowest(["person:999999"], [...present, ...absent]),
})
await engine().close()
process.disconnect?.()
