import { clientStages, type methods } from "@/db/schema/clients"
import type { Stage } from "../inputs"
import { east } from "./east"
import { south } from "./south"

/** So many working days from today at a time. */
export interface Moment {
  days: number
  clock: string
}

export interface SampleTalk {
  contact: string
  /** Who is responsible, if not whoever wrote it down. */
  owner: string | undefined
  method: (typeof methods)[number]
  /** Working days from today; null where no further talk is arranged. */
  next: number | null
  topic: string
  need: string
  response: string
  plan: string
}

export type Deed =
  | ({ does: "talk" } & SampleTalk)
  | { does: "say"; text: string }
  | { does: "task"; owner: string; due: number; name: string }
  | { does: "hand over"; to: string; note: string }
  | { does: "archive" }

export interface SampleClient {
  name: string
  shortName: string
  stage: Stage
  region: string
  tags: string
  remark: string
  creator: string
  owner: string
  created: Moment
  contacts: { name: string; position: string; phone: string; email: string; wechat: string }[]
  steps: { at: Moment; who: string; deed: Deed }[]
}

/**
 * Clients as they are told in this folder: after `#` name, short name, stage, region, tags, who
 * entered them, who is responsible, when; contacts after `@`; remarks; then what happened.
 */
export const sampleClients = (): SampleClient[] =>
  [east, south].join("\n").split(/^# /m).slice(1).map(readStory)

const apart = (text: string): string[] => text.split("｜").map((part) => part.trim())

function readStory(story: string): SampleClient {
  const [facts = "", ...rest] = story.trim().split("\n")
  const [name = "", shortName = "", stage = "", region = "", tags = "", ...who] = apart(facts)
  const [creator = "", owner = "", created = ""] = who
  const remark = rest.find((line) => line.startsWith("备注："))?.slice(3) ?? ""
  return {
    ...{ name, shortName, region, tags, remark, creator, owner },
    stage: oneOf(clientStages, stage),
    created: momentOf(created),
    contacts: rest.filter((line) => line.startsWith("@ ")).map(readContact),
    steps: rest.filter((line) => /^-\d/.test(line)).map(readStep),
  }
}

function readContact(line: string): SampleClient["contacts"][number] {
  const [name = "", position = "", phone = "", email = "", wechat = ""] = apart(line.slice(2))
  return { name, position, phone, email, wechat }
}

function momentOf(text: string): Moment {
  const [, days, clock] = /^(-\d+) (\d\d:\d\d)$/.exec(text) ?? []
  if (!days || !clock) throw new Error(`not a moment: ${text}`)
  return { days: Number(days), clock }
}

function readStep(line: string): SampleClient["steps"][number] {
  const [, at = "", who = "", said, did = ""] =
    /^(\S+ \S+) ([^ ：]+)(?:：(.+)| (.+))$/.exec(line) ?? []
  if (who === "") throw new Error(`not a step: ${line}`)
  return { at: momentOf(at), who, deed: said ? { does: "say", text: said } : readDeed(did) }
}

const spoken = { 电话: "phone", 线上: "online", 当面: "in_person" } as const

function readDeed(text: string): Deed {
  const [word = "", first = "", second = "", ...more] = text.split(" ")
  if (word === "归档") return { does: "archive" }
  if (word === "移交") return { does: "hand over", to: first, note: [second, ...more].join(" ") }
  if (word === "任务")
    return { does: "task", owner: first, due: Number(second), name: more.join(" ") }
  const [, whom = "", next = "", said = ""] = /^\S+ (\S+) → ([^｜]+)｜(.+)$/.exec(text) ?? []
  const [contact = "", owner] = whom.split("@")
  const [topic = "", need = "", response = "", plan = ""] = apart(said)
  const method = Object.entries(spoken).find(([name]) => name === word)?.[1]
  if (!method) throw new Error(`not a word of these stories: ${word}`)
  const days = next === "无" ? null : Number(next)
  return { does: "talk", method, contact, owner, next: days, topic, need, response, plan }
}

function oneOf<T extends string>(codes: readonly T[], word: string): T {
  const code = codes.find((each) => each === word)
  if (!code) throw new Error(`not a word of these stories: ${word}`)
  return code
}
