import { cookies } from "next/headers"
import { cookieAsked } from "./asked"
import { overHttps } from "./request"
import { lockAway, takeOut } from "./vault"

interface Keeping {
  /** Seconds the browser keeps it. */
  maxAge: number
  /** Only addresses below this path get it. */
  path?: string
}

/** Puts a value into the browser, out of reach of scripts. Only in actions and route handlers. */
export async function keepCookie(name: string, value: string, { maxAge, path = "/" }: Keeping) {
  const jar = await cookies()
  jar.set(name, value, { httpOnly: true, sameSite: "lax", secure: overHttps(), path, maxAge })
}

export const dropCookie = (name: string, path = "/") => keepCookie(name, "", { maxAge: 0, path })

export async function readCookie(name: string): Promise<string | null> {
  return (await cookieAsked(name)) || null
}

/** Keeps something for the next step of a form that nobody may read or change on the way. */
export const keepSealed = (name: string, value: unknown, keeping: Keeping) =>
  keepCookie(
    name,
    lockAway(JSON.stringify({ name, value, until: Date.now() + keeping.maxAge * 1000 })),
    keeping,
  )

/** @returns what `keepSealed` put there, null when it is missing, too old or not ours */
export async function readSealed(name: string): Promise<unknown> {
  const sealed = await readCookie(name)
  if (!sealed) return null
  try {
    const kept: { name?: unknown; value?: unknown; until?: unknown } = JSON.parse(takeOut(sealed))
    return kept.name === name && typeof kept.until === "number" && kept.until > Date.now()
      ? kept.value
      : null
  } catch {
    return null
  }
}
