import { readFileSync } from "node:fs"
import path from "node:path"
import type { Portal } from "./portal"

/** A server action as the build published it: anybody can read its id in the browser's scripts. */
export interface PublishedAction {
  /** `lib/tasks/actions.ts#createTaskAction` */
  name: string
  id: string
  /** An address of a page that knows it. */
  address: string
}

const root = path.join(import.meta.dirname, "..")

interface Manifest {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
}

/** Every action of the build that is served. */
export function publishedActions(): PublishedAction[] {
  const folder = path.join(root, process.env.QIBU_BUILD || ".next")
  const file = path.join(folder, "server/server-reference-manifest.json")
  const { node }: Manifest = JSON.parse(readFileSync(file, "utf8"))
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    address: addressOf(Object.keys(workers)),
  }))
}

/** `app/(portal)/tasks/[taskId]/page` is served at /tasks/1; slots and intercepted pages aren't. */
function addressOf(pages: string[]): string {
  const page = pages.find((name) => !/@|\(\.+\)/.test(name)) ?? "app/page"
  const parts = page.split("/").slice(1, -1)
  const shown = parts.filter((part) => !part.startsWith("("))
  return `/${shown.map((part) => (part.startsWith("[") ? "1" : part)).join("/")}`
}

export interface RawAnswer {
  status: number
  /** Where it sends the browser. */
  redirect: string | null
  /** What the action returned. */
  value: unknown
  /** `signed_out`, `invalid` … of a refusal. */
  code: string | null
  /** What it put into the browser, as a Cookie header. */
  cookies: string
}

/** One POST as a program would make it, without any page of the portal. */
export async function rawPost(
  portal: Portal,
  action: PublishedAction,
  body: string | FormData,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const type: Record<string, string> =
    typeof body === "string" ? { "content-type": "text/plain;charset=UTF-8" } : {}
  const response = await fetch(portal.url + action.address, {
    method: "POST",
    redirect: "manual",
    headers: { ...type, "next-action": action.id, accept: "text/x-component", ...headers },
    body,
  })
  const value = returned(await response.text())
  const cookies = response.headers.getSetCookie()
  return {
    status: response.status,
    redirect: response.headers.get("x-action-redirect") ?? response.headers.get("location"),
    value,
    code: codeOf(value),
    cookies: cookies.map((cookie) => cookie.split(";")[0]).join("; "),
  }
}

/** The action's own value stands in the second row of the answer. */
function returned(text: string): unknown {
  const row = /^1:(\{.*\}|\[.*\]|null|true|false|[\d"].*)$/m.exec(text)?.[1]
  return row === undefined ? undefined : JSON.parse(row)
}

function codeOf(value: unknown): string | null {
  const code = Object(value).ok === false ? Object(value).code : null
  return typeof code === "string" ? code : null
}
