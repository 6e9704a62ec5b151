import type { PastChange } from "@/lib/platform/write"
import { makeTemplate } from "../saving-templates"
import type { Company } from "../seed"
import { on } from "./telling"

const agendas = [
  {
    ...{ name: "项目周会", owner: "周舟", shared: true },
    topics: [
      { title: "进度与风险", goal: "逐条定负责人，不展开讨论", minutes: 20 },
      { title: "需要决定的事", goal: "当场定下，写进决议", minutes: 25 },
      { title: "下周安排", goal: "每人说一件最要紧的事", minutes: 10 },
    ],
  },
  {
    ...{ name: "复盘会", owner: "林默", shared: true },
    topics: [
      { title: "发生了什么", goal: "对齐经过和时间", minutes: 15 },
      { title: "为什么", goal: "找出两条能改的原因", minutes: 25 },
      { title: "改什么", goal: "定下做法、负责人和时间", minutes: 20 },
    ],
  },
  {
    ...{ name: "一对一", owner: "周舟", shared: false },
    topics: [
      { title: "最近怎么样", goal: "先听", minutes: 15 },
      { title: "需要什么支持", goal: "当场答应或说明", minutes: 15 },
    ],
  },
] as const

/** Agendas that people keep. */
export const templateSteps = (company: Company): PastChange[] =>
  agendas.map(({ owner, name, shared, topics }) =>
    company.step(owner, company.at(on(-20, "10:00")), (ctx) =>
      makeTemplate(ctx, { name, shared, topics }),
    ),
  )
