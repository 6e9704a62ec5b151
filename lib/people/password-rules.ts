import { zxcvbn, zxcvbnOptions } from "@zxcvbn-ts/core"
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common"
import { commonPasswords } from "@/lib/people/common-passwords"
import {
  findPart,
  type PasswordOwner,
  type PersonalPart,
  personalParts,
} from "@/lib/people/personal-parts"

export type PasswordProblem =
  | { code: "too_short"; least: number }
  | { code: "common" | PersonalPart["code"]; part: string }

const LEAST = 12
const LEAST_WITH_SECOND_FACTOR = 8
/** Scores of zxcvbn: 3 withstands 10⁸ guesses, which eight characters alone cannot reach. */
const SAFE = 3
const SAFE_WITH_SECOND_FACTOR = 2
const JUDGED = 64

zxcvbnOptions.setOptions({
  graphs: adjacencyGraphs,
  dictionary: { ...dictionary, chinese: [...commonPasswords] },
})

function easyPart(password: string, known: string[], safe: number): string | undefined {
  const { score, sequence } = zxcvbn(password.normalize("NFKC").slice(0, JUDGED), known)
  if (score >= safe) return undefined
  const words = sequence.filter(({ pattern }) => pattern !== "bruteforce").map(({ token }) => token)
  return words.toSorted((a, b) => b.length - a.length).at(0) ?? password
}

/**
 * What is wrong with a new password (G7.4), all at once; empty when nothing is. Whether it was used
 * before is for whoever holds the old ones.
 */
export function checkPassword(
  password: string,
  person: PasswordOwner,
  { hasSecondFactor }: { hasSecondFactor: boolean },
): PasswordProblem[] {
  const problems: PasswordProblem[] = []
  const least = hasSecondFactor ? LEAST_WITH_SECOND_FACTOR : LEAST
  if ([...password].length < least) problems.push({ code: "too_short", least })
  const personal = personalParts(person)
  const safe = hasSecondFactor ? SAFE_WITH_SECOND_FACTOR : SAFE
  const easy = easyPart(
    password,
    personal.flatMap(({ spellings }) => spellings),
    safe,
  )
  if (easy !== undefined) problems.push({ code: "common", part: easy })
  for (const { code, spellings } of personal) {
    const part = findPart(password, spellings)
    if (part !== undefined) problems.push({ code, part })
  }
  return problems
}
