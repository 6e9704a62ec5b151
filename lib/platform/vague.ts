export type VagueKind = "time" | "amount" | "who"

/** A vague word and where it stands, in UTF-16 units. */
export type Vague = { index: number; length: number; word: string; kind: VagueKind }

// What follows or precedes decides in many words: 有空调 is no 有空, "no later than" is exact.
const words: Readonly<Record<VagueKind, readonly string[]>> = {
  time: [
    "尽快|尽早|尽速|早日|抓紧(?!时间表)|越快越好|第一时间",
    "(?:等?[你您])?(?<![所没拥具])(?:有空|得空|抽空|有时间)(?:的时候|时|了)?(?![调间缺隙格白闲限段表差线轴])",
    "过(?:几|两|一|些)(?:天|日|周|个?星期|个?月)|过(?:一)?(?:段时间|阵子|会儿)|这几天|几天[后内]",
    "改天|改日|择日|回头(?![看客率路])|晚些时候|晚点|早点(?![店铺])|待会儿?|等一?会儿?|一会儿|稍后",
    "近期|近日|不久|(?<![\\d一二三四五六七八九十百几])年后|节后|下次再说|到时候?(?:再说|看)?|有机会|方便的?时候?",
    "月底左右|月初左右|下周左右|周末前后",
    "\\ba\\.?s\\.?a\\.?p\\b\\.?|\\bas soon as (?:possible|you can)\\b|\\b(?:pretty )?soon(?:ish)?\\b(?! as)",
    "\\bsome ?(?:time|day)\\b|\\bone of these days\\b|\\bin a (?:bit|while|few (?:days|hours|weeks))\\b",
    "(?<!\\b(?:no|not|hours?|days?|weeks?|months?|years?|minutes?) )\\blater\\b(?! than)|\\bshortly\\b|\\beventually\\b|\\bwhenever\\b",
    "\\bwhen(?:ever)? (?:you (?:have|get|find) (?:time|a (?:chance|moment|minute))|possible|convenient)\\b",
    "\\bat your (?:earliest )?convenience\\b|\\b(?:in the )?near future\\b|\\bnext time\\b|\\ba couple of days\\b",
  ],
  amount: [
    "差不多|大概(?![念率])|大约|大致|基本上|若干|将近",
    "(?<=[\\d一二三四五六七八九十百千万半点天周月年个人元块次份%])左右|(?<=[\\d一二三四五六七八九十百千万半点天周月年])上下",
    "\\bmore or less\\b|\\broughly\\b|\\bapprox(?:imately|\\.)?(?!\\w)|\\bsomewhat\\b|\\ba (?:few|lot|bit)\\b",
    "\\bseveral\\b|\\bmost(?:ly)? done\\b|\\balmost done\\b|\\bnearly\\b|\\b-?ish\\b",
  ],
  who: [
    "谁(?:有空|有时间|方便|能|可以)|有人(?=能|可以|帮|来|去|处理|跟进|负责)|找个?人|某(?:人|位)|哪位(?:同事)?",
    "相关(?:人员|同事|部门|负责人|同学|人)|有关(?:人员|部门|同事)|大家(?=看|帮|处理|跟进|一起|自行)",
    "\\b(?:some|any)(?:one|body)\\b|\\bwhoever\\b|\\bthe (?:relevant|right|appropriate) (?:people|person|team|department)\\b",
  ],
}

const patterns = (["time", "amount", "who"] as const).map(
  (kind) => [kind, new RegExp(words[kind].join("|"), "giu")] as const,
)

// Full-width letters keep their places; NFKC would move what follows.
const halfWidth = (text: string) =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/**
 * The vague words in a text, in order (G7.2): when, how much or who is left open. They are shown
 * while typing and never block. Of two that overlap the one that begins first counts, then the
 * longer one.
 */
export function findVague(text: string): Vague[] {
  const plain = halfWidth(text)
  const found = patterns.flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].map(({ 0: { length }, index }) => {
      return { index, length, word: text.slice(index, index + length), kind }
    }),
  )
  let free = 0
  return found
    .toSorted((a, b) => a.index - b.index || b.length - a.length)
    .filter(({ index, length }) => {
      if (index < free) return false
      free = index + length
      return true
    })
}

/** What the work calendar of the company knows, each about days as "YYYY-MM-DD". */
export type CalendarDays = {
  dayIn(instant: Date): string
  nextWorkingDay(day: string): string
  endOfWorkingDay(day: string): Date | undefined
  noonOf(day: string): Date
}

/**
 * Two exact times to put in place of a vague one, the earlier first: the end of today's work, or of
 * the next working day's when today's is over; and noon of the next working day.
 */
export function suggestTimes(now: Date, days: CalendarDays): [Date, Date] {
  const today = days.dayIn(now)
  const next = days.nextWorkingDay(today)
  const noon = days.noonOf(next)
  const tonight = days.endOfWorkingDay(today)
  const end = tonight && tonight > now ? tonight : (days.endOfWorkingDay(next) ?? noon)
  return end <= noon ? [end, noon] : [noon, end]
}
