import { casual } from "./casual"
import { clients } from "./clients"
import { departments } from "./departments"
import { projects } from "./projects"
import { version } from "./version"

/** When something is meant to be: so many working days from today at a time, or minutes ago. */
export type Moment = { days: number; clock: string } | { minutesAgo: number }
export type Instants = (moment: Moment) => Date

const reactionWords = {
  收到: "got_it",
  同意: "agree",
  赞: "thumbs_up",
  比心: "heart",
  大笑: "laugh",
  庆祝: "celebrate",
  谢谢: "thanks",
} as const

export type Deed =
  | { says: string; how: "plain" | "reply" | "quote"; urgent: boolean }
  | { reacts: (typeof reactionWords)[keyof typeof reactionWords] }
  | { edits: string }
  | { forwards: string; words: string }
  | { moves: string }
  | { does: "withdraw" | "handled" | "keep" }

/** Something that one person did in one place; what it is about was said before. */
export interface SampleLine {
  place: string
  who: string
  at: Date
  deed: Deed
  /** The message that began the thread, and the one said last in it. */
  root: SampleLine | null
  last: SampleLine | null
}

const acts: Readonly<Record<string, (arg: string, text: string) => Deed>> = {
  紧急: (_, text) => ({ says: text, how: "plain", urgent: true }),
  引用: (_, text) => ({ says: text, how: "quote", urgent: false }),
  改为: (_, text) => ({ edits: text }),
  转到: (place, text) => ({ forwards: place, words: text }),
  移到: (place) => ({ moves: place }),
  撤回: () => ({ does: "withdraw" }),
  已处理: () => ({ does: "handled" }),
  收藏: () => ({ does: "keep" }),
}

/**
 * The talk as it is told in this folder: a place after `##` (a private chat by its people); a line
 * has its moment, or the minutes after the line before, who it was and what they said or did. What
 * is set in answers the message above it. `@谁(事由)` mentions, 【任务】 links, `{…}` is a time or a
 * day seen from today.
 */
export function sampleTalk(instants: Instants): SampleLine[] {
  const stories = [version, projects, departments, clients, casual].join("\n")
  return stories
    .split(/^## /m)
    .slice(1)
    .flatMap((story) => readStory(story, instants))
}

function readStory(story: string, instants: Instants): SampleLine[] {
  const [place = "", ...lines] = story.trimEnd().split("\n")
  const told: SampleLine[] = []
  let [root, last, at]: [SampleLine | null, SampleLine | null, Date] = [null, null, new Date(0)]
  for (const line of lines.filter(Boolean)) {
    const [, inset = "", moment = "", who = "", rest = ""] =
      /^( *)(\S+分钟前|[+]\S+|-\d+ \S+) ([^ ：]+)(.*)$/.exec(line) ?? []
    if (who === "") throw new Error(`not a line of this talk: ${line}`)
    at = momentOf(moment, at, instants)
    const deed = readDeed(rest, inset !== "")
    for (const [nth, name] of who.split("、").entries()) {
      const here: SampleLine = {
        ...{ place, deed, root, last },
        who: name,
        at: new Date(at.getTime() + nth * 7_000),
      }
      told.push(here)
      if ("says" in deed) last = here
      if ("says" in deed && deed.how !== "reply") root = here
    }
  }
  return told
}

function momentOf(text: string, before: Date, instants: Instants): Date {
  if (text.startsWith("+")) return new Date(before.getTime() + Number(text) * 60_000)
  const minutes = /^([\d.]+)分钟前$/.exec(text)?.[1]
  if (minutes) return instants({ minutesAgo: Number(minutes) })
  const [, days, clock] = /^(-\d+) (\d\d:\d\d)$/.exec(text) ?? []
  if (!days || !clock) throw new Error(`not a moment: ${text}`)
  return instants({ days: Number(days), clock })
}

function readDeed(rest: string, inset: boolean): Deed {
  if (rest.startsWith("："))
    return { says: readText(rest.slice(1)), how: inset ? "reply" : "plain", urgent: false }
  const [, word = "", arg = "", text = ""] =
    /^ ([^ ：]+)(?: ([^：]+))?(?:：(.*))?$/.exec(rest) ?? []
  const reacts = Object.entries(reactionWords).find(([name]) => name === word)?.[1]
  if (reacts) return { reacts }
  const act = acts[word]
  if (!act) throw new Error(`not a deed of this talk: ${rest}`)
  return act(arg, readText(text))
}

const readText = (text: string): string => text.replaceAll("⏎", "\n")
