import { randomInt } from "node:crypto"
import type { CookiesOptions } from "next-auth"
import { decode } from "next-auth/jwt"

/** So many tabs of a browser may be on their way to the company's provider and back at once. */
const ways = 5
const minutes = 15

const parts = ["state", "pkceCodeVerifier", "nonce"] as const

interface Asked {
  /** What the provider brings back; null where a way begins. */
  state: string | null
  /** A cookie of the request, by its name. */
  cookie: (name: string) => string | undefined
  secret: string
  secure: boolean
}

/**
 * What a browser keeps until the provider leads it back. Each way has its own: with one for all, the
 * tab that began last would leave the others with an answer to a question that isn't theirs.
 */
export async function wayCookies(asked: Asked): Promise<Partial<CookiesOptions>> {
  const { secure } = asked
  const way = asked.state === null ? freeWay(asked) : await wayOf(asked, asked.state)
  const options = {
    ...{ httpOnly: true, sameSite: "lax", path: "/api/auth", secure },
    maxAge: minutes * 60,
  } as const
  return Object.fromEntries(
    parts.map((part) => [part, { name: nameOf(part, way, secure), options }]),
  )
}

const nameOf = (part: (typeof parts)[number], way: number, secure: boolean) =>
  `${secure ? "__Secure-" : ""}qibu.company.${part}.${way}`

const heldBy = ({ cookie, secure }: Asked) =>
  Array.from({ length: ways }, (_, way) => {
    const name = nameOf("state", way, secure)
    return { way, name, token: cookie(name) }
  })

const freeWay = (asked: Asked): number =>
  heldBy(asked).find(({ token }) => !token)?.way ?? randomInt(ways)

async function wayOf(asked: Asked, state: string): Promise<number> {
  for (const { way, name, token } of heldBy(asked)) {
    const kept = await decode({ token, secret: asked.secret, salt: name }).catch(() => null)
    if (kept?.value === state) return way
  }
  return 0
}
