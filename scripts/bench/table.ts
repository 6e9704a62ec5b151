import { language } from "../terminal.mjs"
import type { Compared, Spread } from "./rounds"
import { words } from "./words"

type Word = keyof (typeof words)["zh"]

/** One measured line. Without a floor, `portal` alone is held against the goal. */
export interface Line extends Partial<Compared> {
  id: string
  what: Word
  goal: { atLeast: number } | { atMost: number }
  unit: "perSecond" | "ms" | "s" | "kB" | "MB" | "times"
  portal: Spread
}

const say = (word: Word): string => words[language][word]

export function isMet({ goal, ratio, portal }: Line): boolean {
  const { median } = ratio ?? portal
  return "atLeast" in goal ? median >= goal.atLeast : median <= goal.atMost
}

const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

const spread = ({ median, least, most }: Spread): string =>
  least === most ? figure(median) : `${figure(median)} (${figure(least)}–${figure(most)})`

function cells(line: Line): string[] {
  const { id, what, goal, unit, floor, portal, ratio } = line
  const bound = "atLeast" in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`
  return [
    id,
    `${say(what)} [${say(unit)}]`,
    bound,
    floor ? spread(floor) : "–",
    spread(portal),
    ratio ? spread(ratio) : "–",
    say(isMet(line) ? "met" : "notMet"),
  ]
}

/** CJK characters take two places in a terminal. */
const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u2e80-\u9fff\uff00-\uffef（）]/.test(char) ? 2 : 1), 0)

export function printTable(lines: readonly Line[]): void {
  const head = ["id", say("what"), say("goal"), say("floor"), say("portal"), say("ratio"), ""]
  const rows = [head, ...lines.map(cells)]
  const widths = head.map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ""))))
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - width(cell)))
        .join("  ")
        .trimEnd(),
    )
}
