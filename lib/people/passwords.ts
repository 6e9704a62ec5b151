import { hash, verify } from "@node-rs/argon2"
import { refuse } from "@/lib/platform/refusal"

/** Argon2id by the library's default: 64 MiB, three passes, one lane (trust.md). */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const atOnce = 2
const mostWaiting = 200

/** The hash of nobody's password: checked where there is no account, so that it takes as long. */
const nobodys =
  "$argon2id$v=19$m=65536,t=3,p=1$uQ2dSYnZBHXmYdTyvW97FA$2vetC3zNA3B6JDWEodatOe34DhBZsaoNBVyDnGSfyhs"

interface Turns {
  running: number
  waiting: (() => void)[]
}

declare global {
  // Pages, actions and routes are separate copies of this module; memory is one.
  var __qibuHashing: Turns | undefined
}

/** The same password however it was typed: full-width and composed letters are one. */
const plain = (password: string): string => password.normalize("NFKC")

/** @returns the hash to keep, with its salt and cost inside */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(plain(password), cost))

/** Takes the same time whether there is a hash or not. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await inTurn(() => verify(kept ?? nobodys, plain(password)))
  return right && kept !== null
}

/** At most two hashes at once, 128 MiB: a rush of sign-ins waits instead of filling the memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  globalThis.__qibuHashing ??= { running: 0, waiting: [] }
  const turns = globalThis.__qibuHashing
  if (turns.waiting.length >= mostWaiting) refuse("busy")
  if (turns.running >= atOnce) await new Promise<void>((go) => turns.waiting.push(go))
  else turns.running++
  try {
    return await work()
  } finally {
    const next = turns.waiting.shift()
    if (next) next()
    else turns.running--
  }
}
