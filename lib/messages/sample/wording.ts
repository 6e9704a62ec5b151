import { fewEnough } from "../mentioning"
import type { Said } from "../sending"

/** Who, what and when the words of the talk stand for. */
export interface Meant {
  person(name: string): number
  task(name: string): number
  /** The clock so many minutes from now, "10:30". */
  clock(minutes: number): string
  /** The day so many working days from today, "11月30日". */
  day(days: number): string
}

/** Reasons that ask for no answer. */
const forInformation = /^(请看|供参考)/
const everybody = "所有人"

/** A text of the talk as somebody would have typed and sent it. */
export function wordsOf(text: string, meant: Meant): Pick<Said, "body" | "mentions" | "everyone"> {
  const mentions: Said["mentions"] = []
  let everyone: string | undefined
  const body = dated(text, meant)
    .replace(/((?:@\p{Script=Han}+ ?)+)\(([^)]+)\)/gu, (_, names: string, reason: string) => {
      for (const [, name = ""] of names.matchAll(/@(\p{Script=Han}+)/gu))
        if (name === everybody) everyone = reason
        else
          mentions.push({
            personId: meant.person(name),
            reason,
            needsAnswer: !forInformation.test(reason),
          })
      return names.trimEnd()
    })
    .replace(/【([^】]+)】/g, (_, name: string) => `[${name}](/tasks/${meant.task(name)})`)
  if (mentions.length > fewEnough) throw new Error(`too many names: ${text}`)
  return { body, mentions, ...(everyone && { everyone }) }
}

const dated = (text: string, { clock, day }: Meant): string =>
  text
    .replaceAll("{今天}", day(0))
    .replace(/\{([+-]\d+)日\}/g, (_, days: string) => day(Number(days)))
    .replace(/\{([+-]\d+)\}/g, (_, minutes: string) => clock(Number(minutes)))
