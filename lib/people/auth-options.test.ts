import { eq } from "drizzle-orm"
import NextAuth from "next-auth"
import { decode } from "next-auth/jwt"
import { afterAll, beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { people } from "@/db/schema/people"
import { secrets } from "@/lib/platform/secrets"
import { signedInByToken } from "@/lib/platform/session-row"
import { writeAsSystem } from "@/lib/platform/write"
import { companyClient, startIdentityProvider } from "@/tests/identity-provider"
import { authOptions } from "./auth-options"
import { disablePerson } from "./disabling"
import { hire } from "./test-people"

const right = "qing-shan-4-lv-shui"
const portal = "http://localhost:3000"
let provider: Awaited<ReturnType<typeof startIdentityProvider>>

beforeAll(async () => {
  await migrate()
  process.env.NEXTAUTH_URL = portal
  provider = await startIdentityProvider(portal, "q401@qibu.example")
  await hire("Q401", right, ["platform"])
  await hire("Q402", right)
})
afterAll(() => provider.stop())

/** A browser's cookies, one jar for the portal and one for the provider. */
type Jar = Map<string, string>

const door = {
  origin: { requestId: "test", address: "10.0.0.1", device: "Chrome" },
  device: null,
  entered: async () => {},
}

/** The portal's own answer to one request of the browser. */
class Answer {
  body: unknown
  redirect: string | undefined
  #headers = new Map<string, unknown>()
  status = () => this
  send = (body: unknown) => this.#end(body)
  json = (body: unknown) => this.#end(body)
  end = () => this.#end(undefined)
  getHeader = (name: string) => this.#headers.get(name)
  setHeader(name: string, value: unknown) {
    this.#headers.set(name, value)
    if (name.toLowerCase() === "location") this.redirect = String(value)
    return this
  }
  #end(body: unknown) {
    this.body = body
    return this
  }
}

async function ask(
  jar: Jar,
  method: string,
  place: string[],
  more: { body?: object; query?: object },
) {
  const oidc = { issuer: provider.issuer, ...companyClient }
  const request = {
    method,
    headers: {},
    body: more.body ?? {},
    query: { ...more.query, nextauth: place },
    cookies: Object.fromEntries(jar),
  }
  const answer = new Answer()
  await Reflect.apply(NextAuth, undefined, [request, answer, authOptions({ oidc }, door)])
  for (const line of [answer.getHeader("Set-Cookie") ?? []].flat()) keep(jar, String(line))
  return answer
}

function keep(jar: Jar, line: string): void {
  const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s)
  jar.set(name, decodeURIComponent(value))
}

async function csrf(jar: Jar): Promise<string> {
  const answer = await ask(jar, "GET", ["csrf"], {})
  return Object(answer.body).csrfToken
}

/** Walks through the provider's own pages and comes back with what it adds to the address. */
async function throughProvider(start: string): Promise<Record<string, string>> {
  const jar: Jar = new Map()
  let next = start
  let form: string | null = null
  for (let step = 0; step < 12; step++) {
    if (next.startsWith(portal)) return Object.fromEntries(new URL(next).searchParams)
    const answer: Response = await fetch(next, {
      redirect: "manual",
      method: form === null ? "GET" : "POST",
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(form !== null && { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(form !== null && { body: form }),
    })
    for (const line of answer.headers.getSetCookie()) keep(jar, line)
    const location = answer.headers.get("location")
    form = null
    if (location) next = new URL(location, next).href
    else {
      const page = await answer.text()
      const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? ""
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "login"
      next = new URL(action, next).href
      form = new URLSearchParams({ prompt, login: "somebody", password: "x" }).toString()
    }
  }
  throw new Error(`the provider didn't come back: ${next}`)
}

async function byCompanyAccount(
  change: (query: Record<string, string>) => Record<string, string> = (it) => it,
) {
  const jar: Jar = new Map()
  const csrfToken = await csrf(jar)
  const start = await ask(jar, "POST", ["signin", "company"], {
    body: { csrfToken, callbackUrl: "/tasks" },
  })
  const asked = new URL(start.redirect ?? "")
  const query = change(await throughProvider(asked.href))
  const end = await ask(jar, "GET", ["callback", "company"], { query })
  const cookie = jar.get("qibu.session")
  const inside = cookie ? await decode({ token: cookie, secret: secrets().authSecret }) : null
  return { asked, redirect: end.redirect, inside }
}

test("the company account signs in an active person by the e-mail it vouches for", async () => {
  const { asked, redirect, inside } = await byCompanyAccount()
  expect([...asked.searchParams.keys()]).toEqual(
    expect.arrayContaining(["code_challenge", "state", "nonce"]),
  )
  expect(redirect).toBe(`${portal}/tasks`)
  expect(Object.keys(inside ?? {}).sort()).toEqual(["exp", "iat", "jti", "sid"])
  const found = await signedInByToken(String(inside?.sid))
  expect(found).toMatchObject({ actor: { staffNo: "Q401" }, due: null })
})

test("an answer with another state, an unverified e-mail or nobody's e-mail opens nothing", async () => {
  expect((await byCompanyAccount((query) => ({ ...query, state: "another" }))).inside).toBeNull()
  provider.vouchedFor.email_verified = false
  expect(await byCompanyAccount()).toMatchObject({ redirect: "/login?failed=sso", inside: null })
  Object.assign(provider.vouchedFor, { email_verified: true, email: "stranger@qibu.example" })
  expect(await byCompanyAccount()).toMatchObject({ redirect: "/login?failed=sso", inside: null })
})

test("a leaver's company account opens nothing", async () => {
  provider.vouchedFor.email = "q402@qibu.example"
  const [leaver] = await db()
    .select({ id: people.id })
    .from(people)
    .where(eq(people.staffNo, "Q402"))
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: leaver?.id ?? 0 }))
  expect(await byCompanyAccount()).toMatchObject({ redirect: "/login?failed=sso", inside: null })
})

test("the password provider goes through the same door, and its sign-out ends the session", async () => {
  const jar: Jar = new Map()
  const enter = async (password: string) =>
    ask(jar, "POST", ["callback", "password"], {
      body: { csrfToken: await csrf(jar), login: "q401@qibu.example", password },
    })
  await enter("wrong")
  expect(jar.get("qibu.session")).toBeUndefined()
  await enter(right)
  const inside = await decode({
    token: jar.get("qibu.session") ?? "",
    secret: secrets().authSecret,
  })
  expect(await signedInByToken(String(inside?.sid))).toMatchObject({ actor: { staffNo: "Q401" } })
  await ask(jar, "POST", ["signout"], { body: { csrfToken: await csrf(jar) } })
  expect(await signedInByToken(String(inside?.sid))).toBe("signed_out")
})
