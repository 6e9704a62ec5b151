import { readdirSync } from "node:fs"
import path from "node:path"
import type { Portal } from "./portal"
import { alter, look } from "./visitor"

const app = path.join(import.meta.dirname, "..", "app")

/** Every address that a page or a route of the portal has, as the folders of `app` say it: `/tasks/[taskId]`. */
export const routes = (): string[] => addressesMadeBy(/(^|\/)(page\.tsx|route\.ts)$/)

/** Those at which a page stands. */
export const pages = (): string[] => addressesMadeBy(/(^|\/)page\.tsx$/)

function addressesMadeBy(name: RegExp): string[] {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" })
  const found = files
    .filter((file) => name.test(file))
    .map((file) => file.split("/").slice(0, -1))
    // A dialog or a pane over a page is the page's own address again.
    .filter((folders) => !folders.some((name) => name.startsWith("@")))
    .map((folders) => `/${folders.filter((name) => !/^\(.*\)$/.test(name)).join("/")}`)
  return [...new Set(found)].sort()
}

/** How many of each are asked for, of what the reader may see and of what they may not. */
const some = 3

type Ids = (portal: Portal) => string[]
const newest =
  (table: string): Ids =>
  (portal) =>
    look<{ id: number }>(portal, `select id from ${table} order by id desc`).map(({ id }) =>
      String(id),
    )
const word =
  (...words: string[]): Ids =>
  () =>
    words

/** What stands for a parameter; a module that brings another one says here what its records are. */
const parameters: Record<string, Ids> = {
  taskId: newest("tasks"),
  matterId: newest("matters"),
  meetingId: newest("meetings"),
  groupId: newest("groups"),
  clientId: newest("clients"),
  contactId: newest("client_contacts"),
  personId: newest("people"),
  guestId: newest("guest_invitations"),
  fileId: newest("files"),
  appointmentId: newest("appointments"),
  ticketId: newest("tickets"),
  requestId: newest("outward_requests"),
  importId: word("1", "2"),
  number: (portal) =>
    look<{ number: number }>(
      portal,
      "select minutes_number as number from meetings where minutes_number is not null order by id desc",
    ).map(({ number }) => `JY${number}`),
  what: word("history", "thread", "readers", "versions", "source", "search", "people", "cards"),
  name: word("failed"),
  verb: word("send"),
  token: word("x".repeat(43)),
}
const kinds: Record<string, string> = {
  ...{ taskId: "task", matterId: "matter", meetingId: "meeting", groupId: "group" },
  ...{ clientId: "client", guestId: "guest", appointmentId: "appointment" },
  ...{ ticketId: "ticket_page", requestId: "outward" },
}

/** Somebody who walks through the portal: their cookie, and what is theirs to see. */
export interface Reader {
  cookie: string
  sees(kind: string, id: number): boolean
}

/** The addresses of a route for a reader: some of what is theirs, and some of what isn't. */
export function addressesOf(portal: Portal, route: string, reader: Reader): string[] {
  let made = [""]
  for (const part of route.slice(1).split("/")) {
    const name = /^\[(\w+)\]$/.exec(part)?.[1]
    const values = name === undefined ? [part] : chosen(portal, name, reader)
    made = made.flatMap((before) => values.map((value) => `${before}/${value}`)).slice(0, 24)
  }
  return made.flatMap((address) => asked(portal, address))
}

function chosen(portal: Portal, name: string, { sees }: Reader): string[] {
  const all = parameters[name]?.(portal)
  if (!all) throw new Error(`what stands for [${name}]? Say it in e2e/crawling.ts`)
  const kind = kinds[name]
  if (kind === undefined) return all.slice(0, 12)
  const own = all.filter((id) => sees(kind, Number(id)))
  return [...own.slice(0, some), ...all.filter((id) => !own.includes(id)).slice(0, some)]
}

/** What pages are asked besides their address. */
function asked(portal: Portal, address: string): string[] {
  if (address === "/search") return ["客户", "发布", "会议", "a"].map((q) => `/search?q=${q}`)
  // As text, so that marks can be read in them.
  const sheet = `${address}?file=csv&out=plain&view=all`
  if (address === "/clients/export") return [sheet, `${sheet}&of=clients`]
  if (address.endsWith("/export")) return [sheet]
  if (!address.startsWith("/groups/data/")) return [address]
  const messages = look<{ id: number; group: number }>(
    portal,
    `select max(id) as id, group_id as "group" from messages group by group_id order by id desc`,
  )
  const refs = ["task", "matter", "meeting", "client", "guest", "group", "message"]
    .flatMap((kind) => [1, 2, 3, 4, 5, 6, 7, 8].map((id) => `${kind}:${id}`))
    .join(",")
  return messages
    .slice(0, 12)
    .map(({ id, group }) => `${address}?group=${group}&message=${id}&q=的&refs=${refs}`)
}

/** A mark in the words of each record, by which it is known wherever it is shown. */
const marks: readonly [table: string, column: string, kind: string][] = [
  ["tasks", "name", "task"],
  ["matters", "description", "matter"],
  ["meetings", "title", "meeting"],
  ["groups", "name", "group"],
  ["clients", "name", "client"],
  ["client_contacts", "name", "contact"],
  ["communications", "need", "communication"],
  ["guest_invitations", "purpose", "guest"],
  ["appointments", "title", "appointment"],
  ["messages", "body", "message"],
  ["tickets", "title", "ticket_page"],
  ["ticket_replies", "body", "reply"],
  ["outward_requests", "shown", "outward"],
  ["files", "name", "file"],
  ["comments", "body", "comment"],
]

/** Marks every record of the portal. @returns how many bear a mark */
export function markAll(portal: Portal): number {
  return marks.reduce(
    (sum, [table, column, kind]) =>
      sum +
      alter(
        portal,
        `update ${table} set ${column} = ${column} || ' ⟦${kind}:' || id || '⟧' where ${column} <> ''`,
      ),
    0,
  )
}

/** The records whose marks stand in an answer. */
export const marksIn = (text: string): { kind: string; id: number }[] =>
  [...text.matchAll(/⟦(\w+):(\d+)⟧/g)].map(([, kind = "", id]) => ({ kind, id: Number(id) }))

/** Whoever walks: what they hold, and where they read along. */
interface Holder {
  principals: readonly string[]
  labels: readonly number[]
  /** Groups by number, and since when their messages are read (milliseconds). */
  talks: ReadonlyMap<number, number>
  /** Groups all of whose files are open. */
  shelves: ReadonlySet<number>
  /** Tickets whose page is theirs as a guest. */
  pages: ReadonlySet<number>
}

/** What somebody sees, by the access lists that `tests/world.test.ts` proves to be right. */
export function sightOf(portal: Portal, { principals, labels, talks, shelves, pages }: Holder) {
  const held = principals.map((principal) => `'${principal}'`).join(",")
  const listed = new Set(
    look<{ ref: string }>(
      portal,
      `select kind || ':' || record_id as ref from access
       where principal in (${held}) and label in (${[0, ...labels].join(",")})`,
    ).map(({ ref }) => ref),
  )
  const said = new Map(
    look<{ id: number; group: number; at: number }>(
      portal,
      `select id, group_id as "group", at from messages`,
    ).map(({ id, ...message }) => [id, message]),
  )
  const of = (column: string, table: string) =>
    new Map(
      look<{ id: number; place: number }>(
        portal,
        `select id, ${column} as place from ${table}`,
      ).map(({ id, place }) => [id, place]),
    )
  const replies = of("ticket_id", "ticket_replies")
  const contacts = of("client_id", "client_contacts")
  const talksOf = of("client_id", "communications")
  const clientOf = of("client_id", "tickets")
  const carriers = { file: carriedBy(portal, "files"), comment: carriedBy(portal, "comments") }
  const sees = (kind: string, id: number): boolean => {
    if (kind === "message") {
      const message = said.get(id)
      return Boolean(message && message.at >= (talks.get(message.group) ?? Infinity))
    }
    // Who works on a ticket knows the client's name, and nothing else of the client.
    if (kind === "client" && listed.has(`client:${id}`)) return true
    if (kind === "client")
      return [...clientOf].some(
        ([ticket, client]) => client === id && listed.has(`ticket:${ticket}`),
      )
    if (kind === "contact") return listed.has(`client:${contacts.get(id)}`)
    if (kind === "communication" && listed.has(`client:${talksOf.get(id)}`)) return true
    if (kind === "reply") return sees("ticket_page", replies.get(id) ?? 0)
    if (kind === "ticket_page") return pages.has(id) || sees("ticket", id)
    if (kind !== "file" && kind !== "comment") return listed.has(`${kind}:${id}`)
    const place = carriers[kind].get(id)
    if (!place?.kind || !place.record) return false
    if (place.kind === "message" && shelves.has(said.get(place.record)?.group ?? 0)) return true
    return sees(place.kind, place.record)
  }
  return sees
}

/** What files or comments hang on. */
const carriedBy = (portal: Portal, table: string) =>
  new Map(
    look<{ id: number; kind: string | null; record: number | null }>(
      portal,
      `select id, kind, record_id as record from ${table}`,
    ).map(({ id, ...place }) => [id, place]),
  )

/** A guest of the sample company who is let in. */
export function guestHolder(portal: Portal, name: string): Holder {
  const [guest] = look<{ id: number; since: number }>(
    portal,
    "select id, opened_at as since from guest_invitations where name = ?",
    name,
  )
  const scopes = look<{ kind: string; id: number; may: string }>(
    portal,
    "select kind, record_id as id, may from guest_scopes where invitation_id = ?",
    guest?.id,
  )
  const opened = scopes.filter(({ kind }) => kind === "group")
  const talks = opened.filter(({ may }) => may === "talk").map(({ id }) => id)
  const own = look<{ id: number }>(
    portal,
    "select id from tickets where guest_id = ?",
    guest?.id,
  ).map(({ id }) => id)
  return {
    principals: scopes.map(({ kind, id }) => `scope:${kind}:${id}`),
    labels: [],
    talks: new Map(talks.map((id) => [id, guest?.since ?? 0])),
    shelves: new Set(opened.map(({ id }) => id).filter((id) => !talks.includes(id))),
    pages: new Set([
      ...own,
      ...scopes.filter(({ kind }) => kind === "ticket_page").map(({ id }) => id),
    ]),
  }
}

/** Somebody who leads nothing: themselves, their departments, their groups. */
export function personHolder(portal: Portal, staffNo: string): Holder {
  const [person] = look<{ id: number; department: number }>(
    portal,
    "select id, department_id as department from people where staff_no = ?",
    staffNo,
  )
  const id = person?.id ?? 0
  const above = look<{ id: number }>(
    portal,
    `with recursive up(id) as (select ? union all
       select d.parent_id from departments d join up on d.id = up.id where d.parent_id is not null)
     select id from up`,
    person?.department,
  )
  const groups = look<{ id: number }>(
    portal,
    "select group_id as id from group_members where person_id = ?",
    id,
  ).map((row) => row.id)
  const labels = look<{ id: number }>(
    portal,
    "select sensitivity_id as id from clearances where person_id = ?",
    id,
  )
  return {
    principals: [
      ...[`person:${id}`, "everyone"],
      ...above.map((department) => `department:${department.id}`),
      ...groups.map((group) => `group:${group}`),
    ],
    labels: labels.map((label) => label.id),
    talks: new Map(groups.map((group) => [group, 0])),
    shelves: new Set(),
    pages: new Set(),
  }
}

/** What everybody may know of: groups that one may come into or ask at. */
export const openGroups = (portal: Portal): ReadonlySet<number> =>
  new Set(
    look<{ id: number }>(
      portal,
      "select id from groups where join_rule <> 'invitation' and archived_at is null",
    ).map(({ id }) => id),
  )
