import { lookUp } from "./looking-up"
import { lookups } from "./lookups"
import { verbs } from "./verbs"

/** What open pages ask for all the time: the routes of app/(portal)/groups that go the quick way. */
export function quickAnswers(method: string, path: string) {
  const [, under, last] = /^\/groups\/(data|messages)\/([a-z]+)$/.exec(path) ?? []
  if (!last) return undefined
  if (under === "messages") return method === "POST" ? verbs.get(last) : undefined
  const known = method === "GET" && lookups.has(last)
  return known ? (request: Request) => lookUp(last, request) : undefined
}
