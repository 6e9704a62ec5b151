import type { Dice } from "./dice"
import type { Room } from "./rooms"

const hour = 3_600_000
const lasted = 365 * 24 * hour

export interface Line {
  groupId: number
  seq: number
  authorId: number
  at: Date
  body: string
  urgency: "ordinary" | "urgent"
  threadId: number | null
}

/** Where talk stands in a group: its newest number, and messages that can still be answered. */
interface Place {
  room: Room
  seq: number
  roots: number[]
}

export interface Talk {
  places: Map<number, Place>
  /** Whose turn it is: the group of each message to come. */
  turns: Uint32Array
  from: number
}

/** All messages of some groups, mixed as if they were said in one year. */
export function plan(rooms: readonly Room[], now: number, roll: Dice): Talk {
  const turns = Uint32Array.from(rooms.flatMap(({ id, messages }) => Array(messages).fill(id)))
  for (let at = turns.length - 1; at > 0; at -= 1) {
    const other = roll.below(at + 1)
    const kept = turns[at] ?? 0
    turns[at] = turns[other] ?? 0
    turns[other] = kept
  }
  return {
    places: new Map(rooms.map((room) => [room.id, { room, seq: 0, roots: [] }])),
    turns,
    from: now - lasted,
  }
}

/** What is said from one turn to another, evenly over the year. */
export function linesOf({ places, turns, from }: Talk, start: number, end: number, roll: Dice) {
  const step = (lasted - hour) / turns.length
  return Array.from(turns.subarray(start, end), (groupId, n): Line => {
    const place = places.get(groupId)
    if (!place) throw new Error(`there is no group ${groupId}`)
    place.seq += 1
    const threadId = roll.chance(0.15) ? place.roots[roll.below(place.roots.length)] : null
    return {
      groupId,
      seq: place.seq,
      authorId: roll.pick(place.room.members),
      at: new Date(Math.floor(from + step * (start + n))),
      body: words(start + n, roll),
      urgency: roll.chance(0.005) ? "urgent" : "ordinary",
      threadId: threadId ?? null,
    }
  })
}

const kept = 8

/** What was said can be answered from now on. */
export function remember({ places }: Talk, said: readonly { id: number; line: Line }[]): void {
  for (const { id, line } of said) {
    const roots = places.get(line.groupId)?.roots
    if (!roots || line.threadId !== null) continue
    roots.push(id)
    if (roots.length > kept) roots.shift()
  }
}

const subjects = [
  "三号仓的出库单",
  "对账接口",
  "标签打印",
  "波次策略",
  "登录页",
  "报表导出",
  "手持端断网重连",
  "备份恢复演练",
  "客户回访记录",
  "多仓调拨",
  "库位盘点",
  "预发布环境",
] as const
const news = [
  "已经切到新版本",
  "今天下班前给结果",
  "还差两个用例",
  "复现了，在看日志",
  "客户确认了时间",
  "要再等一天",
  "字段改了名字",
  "按约定的口径算",
  "没有问题了",
  "请先不要重启",
] as const
const ends = [
  "",
  "",
  "，有变动随时说。",
  "，明细写在任务里。",
  "，辛苦大家。",
  "，收到请回。",
] as const
const short = [
  "收到",
  "好的",
  "同意",
  "我看一下",
  "稍等",
  "可以",
  "谢谢",
  "在路上",
  "马上",
  "明白",
] as const

/** A word of which each million messages have a thousand, and one that only a few have. */
function words(n: number, { pick, chance, below }: Dice): string {
  if (chance(0.25)) return pick(short)
  const rare = n % 1_000 === 7 ? "，记得带雨伞" : ""
  const number = chance(0.4) ? ` ${1 + below(900)} 单` : ""
  const tag = chance(0.01) ? " #归档" : ""
  return `${pick(subjects)}${number}${pick(news)}${rare}${pick(ends)}${tag}`
}
