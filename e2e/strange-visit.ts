import { expect } from "@playwright/test"
import { actionCases } from "./action-cases"
import type { Portal } from "./portal"
import { type PublishedAction, publishedActions, rawPost } from "./raw-post"
import { strangeAddresses, strangeVersions } from "./strange-input"

const published = publishedActions()
/** These would end the session that the others are tried in. */
const ending = /#(signOut\w+|wasNotMe|changePassword)/

/** Comes in by the door, on whatever engine. */
async function signIn(portal: Portal): Promise<Record<string, string>> {
  const door = published.find(({ name }) => name.endsWith("#signInAction"))
  if (!door) throw new Error("the portal has no door")
  const body = JSON.stringify([{ login: "Q011", password: "Qibu-demo-2026" }])
  const { cookies } = await rawPost(portal, door, body, { origin: portal.url })
  return { origin: portal.url, cookie: cookies }
}

/** A task that this person sees. */
async function ownTask(portal: Portal, headers: Record<string, string>): Promise<number> {
  const page = await (await fetch(`${portal.url}/tasks`, { headers })).text()
  return Number(/\/tasks\/(\d+)/.exec(page)?.[1])
}

async function inTens<T>(all: T[], run: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += 10) await Promise.all(all.slice(at, at + 10).map(run))
}

/** Types strange things into every action and address. @returns what ended as a fault of the portal's */
export async function brokenBy(portal: Portal, values: readonly unknown[]): Promise<string[]> {
  const headers = await signIn(portal)
  const task = await ownTask(portal, headers)
  expect(task).toBeGreaterThan(0)
  const one = {
    leave: 1,
    matter: 1,
    matterPart: 1,
    otherMatter: 1,
    meeting: 1,
    otherMeeting: 1,
    resolution: 1,
    bundle: 1,
    session: 1,
    signIn: 1,
    colleague: 2,
    administrator: 1,
    ...{ appointment: 1, template: 1 },
  }
  const sample = { ...one, task, secret: task, ownGroup: 2, otherGroup: 3 }
  const found: string[] = []
  const tries = published.flatMap((action): [PublishedAction, unknown[]][] => {
    const args = ending.test(action.name) ? undefined : actionCases.get(action.name)?.args(sample)
    return args ? strangeVersions(args, values).map((strange) => [action, strange]) : []
  })
  await inTens(tries, async ([action, strange]) => {
    const { status, code } = await rawPost(portal, action, JSON.stringify(strange), headers)
    if (status >= 500 || code === "bug")
      found.push(`${status} ${action.name} ${JSON.stringify(strange).slice(0, 200)}`)
  })
  await inTens(strangeAddresses, async (address) => {
    const { status } = await fetch(portal.url + address, { headers, redirect: "manual" })
    if (status >= 500) found.push(`${status} ${address}`)
  })
  return found
}
