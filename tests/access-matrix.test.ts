import { readFile, writeFile } from "node:fs/promises"
import { eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { access } from "@/db/schema/access"
import { clients } from "@/db/schema/clients"
import { groupMembers, groups } from "@/db/schema/groups"
import { matters } from "@/db/schema/matters"
import { meetings } from "@/db/schema/meetings"
import { tickets } from "@/db/schema/tickets"
import { type Client, findClient } from "@/lib/clients/client"
import * as clientPolicy from "@/lib/clients/policy"
import { findGroup, type Group } from "@/lib/groups/group"
import * as groupPolicy from "@/lib/groups/policy"
import { findMatter, type Matter } from "@/lib/matters/matter"
import * as matterPolicy from "@/lib/matters/policy"
import { findMeeting, type Meeting } from "@/lib/meetings/meeting"
import * as meetingPolicy from "@/lib/meetings/policy"
import type { PersonActor } from "@/lib/platform/actor"
import type { Known } from "@/lib/platform/module"
import { ancestry, type Organisation, organisation } from "@/lib/platform/organisation"
import { registry } from "@/lib/platform/registry"
import { canComment, canCreate, canEdit, canHome, canReport, canSee } from "@/lib/tasks/policy"
import { findTask, type Task } from "@/lib/tasks/task"
import * as ticketPolicy from "@/lib/tickets/policy"
import { findTicket, type Ticket } from "@/lib/tickets/ticket"
import { everybody } from "./personas"
import { beginWithWorld } from "./world"

const file = new URL("../docs/access-matrix.md", import.meta.url)

let staff: PersonActor[] = []
let org: Organisation

beforeAll(async () => {
  await beginWithWorld()
  staff = await everybody()
  org = await organisation(db())
  for (const { groupId, personId } of await db()
    .select()
    .from(groupMembers)
    .where(eq(groupMembers.role, "manager")))
    managing.add(`${groupId} ${personId}`)
})

interface Case {
  who: string
  rights: Record<string, boolean>
}

/** One line for each kind of person; 「some」 where people of that kind differ. */
function table(cases: readonly Case[], order: readonly string[]): string {
  const rights = Object.keys(cases[0]?.rights ?? {})
  const groups = Map.groupBy(cases, ({ who }) => who)
  const place = (who: string) => order.findIndex((each) => who.startsWith(each))
  const lines = [...groups]
    .toSorted(([a], [b]) => place(a) - place(b) || a.localeCompare(b))
    .map(([who, same]) => {
      const cells = rights.map((right) => {
        const yes = same.filter((each) => each.rights[right]).length
        return yes === 0 ? "–" : yes === same.length ? "yes" : "some"
      })
      return `| ${[who, ...cells].join(" | ")} |`
    })
  return [
    `| Who | ${rights.join(" | ")} |`,
    `|---|${rights.map(() => "---|").join("")}`,
    ...lines,
  ].join("\n")
}

const relations = [
  "Owner",
  "Creator",
  "Co-worker",
  "Head of the home or above it",
  "Member of the home or below it",
  "Sees the record that it was made for",
  "Anybody else",
]

function relationOf(actor: PersonActor, task: Task): string {
  if (task.ownerId === actor.personId) return "Owner"
  if (task.creatorId === actor.personId) return "Creator"
  if (task.coworkerIds.includes(actor.personId)) return "Co-worker"
  const home = task.departmentId
  if (home !== null && actor.leads.has(home)) return "Head of the home or above it"
  if (home !== null && ancestry(org, actor.departmentId).includes(home))
    return "Member of the home or below it"
  if (
    (task.sourceKind === "matter" || task.sourceKind === "meeting") &&
    task.grants.some(({ principal }) => actor.principals.has(principal))
  )
    return "Sees the record that it was made for"
  return "Anybody else"
}

const levels = { view: "view only", edit: "can edit", admin: "administrator" } as const

const onTask = (actor: PersonActor, task: Task): Case => ({
  who: `${relationOf(actor, task)}, ${levels[actor.level]}`,
  rights: {
    see: canSee(actor, task),
    comment: canSee(actor, task) && canComment(actor, task),
    report: canReport(actor, task),
    edit: canEdit(actor, task),
  },
})

async function tasksPart(): Promise<string> {
  const kept = await db().selectDistinct({ kind: access.kind, id: access.recordId }).from(access)
  const found = await Promise.all(
    kept.filter(({ kind }) => kind === "task").map(({ id }) => findTask(db(), id)),
  )
  const tasks = found.flatMap((task) => task ?? [])
  const pairs = tasks.flatMap((task) => staff.map((actor) => ({ actor, task })))
  const section = (title: string, of: (actor: PersonActor, task: Task) => boolean) => {
    const cases = pairs
      .filter(({ actor, task }) => of(actor, task))
      .map(({ actor, task }) => onTask(actor, task))
    return `### ${title}\n\n${table(cases, relations)}`
  }
  const cleared = (actor: PersonActor, task: Task) => actor.clearances.has(task.sensitivityId ?? 0)
  return [
    "## Task",
    section("Without a label", (_, task) => task.sensitivityId === null),
    section(
      "With a label, for people cleared for it",
      (actor, task) => task.sensitivityId !== null && cleared(actor, task),
    ),
    section(
      "With a label, for everybody else",
      (actor, task) => task.sensitivityId !== null && !cleared(actor, task),
    ),
    `### Making one\n\n${table(staff.flatMap(makingCases), ["Leads", "Leads nothing"])}`,
  ].join("\n\n")
}

function makingCases(actor: PersonActor): Case[] {
  const own = actor.departmentId
  const elsewhere = [...org.departments.keys()].filter(
    (id) => !actor.leads.has(id) && !ancestry(org, own).includes(id),
  )
  const who = `${actor.leads.size > 0 ? "Leads a department" : "Leads nothing"}, ${levels[actor.level]}`
  return [
    {
      who,
      rights: {
        create: canCreate(actor),
        "in the own department": canHome(actor, own),
        "in another department": elsewhere.some((id) => canHome(actor, id)),
      },
    },
  ]
}

const inMatter = [
  "Owner",
  "Registered it",
  "Answers for a part",
  "Asked for support",
  "Head of a department concerned",
  "Member of a department concerned",
  "Anybody else",
]

function placeIn(actor: PersonActor, matter: Matter): string {
  const { personId } = actor
  const concerned = matter.parts.map(({ departmentId }) => departmentId)
  if (matter.ownerId === personId) return "Owner"
  if (matter.creatorId === personId) return "Registered it"
  if (matter.parts.some(({ ownerId }) => ownerId === personId)) return "Answers for a part"
  if (matter.supportFromId === personId) return "Asked for support"
  if (concerned.some((id) => actor.leads.has(id))) return "Head of a department concerned"
  const homes = ancestry(org, actor.departmentId)
  if (concerned.some((id) => homes.includes(id))) return "Member of a department concerned"
  return "Anybody else"
}

/** Matters: who sees and changes one, moves it, and confirms at least one part of it. */
async function mattersPart(): Promise<string> {
  const ids = await db().select({ id: matters.id }).from(matters)
  const found = await Promise.all(ids.map(({ id }) => findMatter(db(), id)))
  const cases = found
    .flatMap((matter) => (matter && matter.sensitivityId === null ? [matter] : []))
    .flatMap((matter) =>
      staff.map(
        (actor): Case => ({
          who: `${placeIn(actor, matter)}, ${levels[actor.level]}`,
          rights: {
            see: matterPolicy.canSee(actor, matter),
            comment: matterPolicy.canComment(actor, matter),
            edit: matterPolicy.canEdit(actor, matter),
            block: matterPolicy.canMove(actor, matter, "blocked"),
            complete: matterPolicy.canMove(actor, matter, "done"),
            "confirm a part": matter.parts.some((part) =>
              matterPolicy.canConfirm(actor, matter, part),
            ),
          },
        }),
      ),
    )
  return `## Matter\n\n${table(cases, inMatter)}`
}

const atClient = [
  "Responsible",
  "Responsible for a record",
  "Asked to take it over",
  "Head of the responsible department",
  "Member of the responsible department",
  "Anybody else",
]

function seatAt(actor: PersonActor, client: Client): string {
  const { personId } = actor
  if (client.ownerId === personId) return "Responsible"
  if (actor.leads.has(client.departmentId)) return "Head of the responsible department"
  if (ancestry(org, actor.departmentId).includes(client.departmentId))
    return "Member of the responsible department"
  if (client.handover?.toId === personId) return "Asked to take it over"
  if (client.grants.some(({ principal }) => principal === `person:${personId}`))
    return "Responsible for a record"
  return "Anybody else"
}

/** Clients: who sees one and its contacts' numbers, writes talks down, changes it and gives it away. */
async function clientsPart(): Promise<string> {
  const ids = await db().select({ id: clients.id }).from(clients)
  const found = await Promise.all(ids.map(({ id }) => findClient(db(), id)))
  const cases = found
    .flatMap((client) => (client && client.archivedAt === null ? [client] : []))
    .flatMap((client) =>
      staff.map(
        (actor): Case => ({
          who: `${seatAt(actor, client)}, ${levels[actor.level]}`,
          rights: {
            see: clientPolicy.canSee(actor, client),
            comment: clientPolicy.canComment(actor, client),
            record: clientPolicy.canRecord(actor, client),
            edit: clientPolicy.canEdit(actor, client),
            "ask for numbers": clientPolicy.canAskContacts(actor, client),
            "read numbers": clientPolicy.readsContacts(actor, client),
            "hand over": clientPolicy.canHandOver(actor, client),
            archive: clientPolicy.canArchive(actor, client),
          },
        }),
      ),
    )
  return `## Client\n\n${table(cases, atClient)}`
}

const atTicket = [
  "Owner",
  "Wrote it down",
  "Responsible for the client",
  "Head of its department",
  "Member of its department",
  "Anybody else",
]

function placeAt(actor: PersonActor, ticket: Ticket): string {
  if (ticket.ownerId === actor.personId) return "Owner"
  if (ticket.authorId === actor.personId) return "Wrote it down"
  if (ticket.client.ownerId === actor.personId) return "Responsible for the client"
  if (actor.leads.has(ticket.departmentId)) return "Head of its department"
  if (actor.principals.has(`department:${ticket.departmentId}`)) return "Member of its department"
  return "Anybody else"
}

/** Tickets that are open: who sees one, answers, takes it over, and passes it on. */
async function ticketsPart(): Promise<string> {
  const ids = await db().select({ id: tickets.id }).from(tickets)
  const found = await Promise.all(ids.map(({ id }) => findTicket(db(), id)))
  const cases = found
    .flatMap((ticket) => (ticket && ticket.doneAt === null ? [ticket] : []))
    .flatMap((ticket) =>
      staff.map(
        (actor): Case => ({
          who: `${placeAt(actor, ticket)}, ${levels[actor.level]}`,
          rights: {
            see: ticketPolicy.canSee(actor, ticket),
            note: ticketPolicy.canNote(actor, ticket),
            reply: ticketPolicy.canReply(actor, ticket),
            "take over": ticketPolicy.canTake(actor, ticket),
            "pass on": ticketPolicy.canPass(actor, ticket),
          },
        }),
      ),
    )
  return `## Ticket\n\n${table(cases, atTicket)}`
}

const inMeeting = [
  "Host",
  "Booked it",
  "Note-taker",
  "Invited",
  "Member of its group",
  "Anybody else",
]

function seatIn(actor: PersonActor, meeting: Meeting): string {
  const { personId } = actor
  if (meeting.hostId === personId) return "Host"
  if (meeting.creatorId === personId) return "Booked it"
  if (meeting.noteTakerId === personId) return "Note-taker"
  if (meeting.people.some((each) => each.personId === personId)) return "Invited"
  if (actor.principals.has(`group:${meeting.groupId ?? 0}`)) return "Member of its group"
  return "Anybody else"
}

/** Meetings that were published, before and after their minutes were. */
async function meetingsPart(): Promise<string> {
  const ids = await db().select({ id: meetings.id }).from(meetings)
  const found = await Promise.all(ids.map(({ id }) => findMeeting(db(), id)))
  const cases = (of: (meeting: Meeting) => boolean) =>
    found
      .flatMap((each) => (each?.publishedAt && each.sensitivityId === null ? [each] : []))
      .filter(of)
      .flatMap((meeting) =>
        staff.map(
          (actor): Case => ({
            who: `${seatIn(actor, meeting)}, ${levels[actor.level]}`,
            rights: {
              see: meetingPolicy.canSee(actor, meeting),
              answer: meetingPolicy.canAnswer(actor, meeting),
              prepare: meetingPolicy.canPrepare(actor, meeting),
              lead: meetingPolicy.canLead(actor, meeting),
              "write minutes": meetingPolicy.canWrite(actor, meeting),
              "keep recording": meetingPolicy.canRecord(actor, meeting),
              object: meetingPolicy.canObject(actor, meeting),
            },
          }),
        ),
      )
  return [
    "## Meeting",
    `### Before its minutes are out\n\n${table(
      cases(({ minutesVersion }) => minutesVersion === 0),
      inMeeting,
    )}`,
    `### Afterwards\n\n${table(
      cases(({ minutesVersion }) => minutesVersion > 0),
      inMeeting,
    )}`,
  ].join("\n\n")
}

const inGroup = ["Manager", "Member", "Anybody else"]

/** Groups: what follows from the role in one, at each level. */
async function groupsPart(): Promise<string> {
  const ids = await db().select({ id: groups.id }).from(groups)
  const found = await Promise.all(ids.map(({ id }) => findGroup(db(), id)))
  const cases = (all: readonly Group[]) =>
    all.flatMap((group) =>
      staff.map(
        (actor): Case => ({
          who: `${groupRole(actor, group)}, ${levels[actor.level]}`,
          rights: {
            see: groupPolicy.canSee(actor, group),
            post: groupPolicy.canPost(actor, group),
            manage: groupPolicy.canManage(actor, group),
            leave: groupPolicy.canLeave(actor, group),
          },
        }),
      ),
    )
  const [chats, open] = partition(found.flatMap((group) => group ?? []))
  return [
    "## Group",
    `### Groups\n\n${table(cases(open), inGroup)}`,
    `### Private chats\n\n${table(cases(chats), inGroup)}`,
  ].join("\n\n")
}

const partition = (all: readonly Group[]): [Group[], Group[]] => [
  all.filter(({ kind }) => kind === "direct"),
  all.filter(({ kind }) => kind !== "direct"),
]

const managing = new Set<string>()
const groupRole = (actor: PersonActor, group: Group): string => {
  if (!actor.principals.has(`group:${group.id}`)) return "Anybody else"
  return managing.has(`${group.id} ${actor.personId}`) ? "Manager" : "Member"
}

/** Kinds without rights of their own: who sees one, by duty and level. */
async function kindPart(name: string): Promise<string> {
  const kind = registry().kinds.get(name)
  const kept = await db().selectDistinct({ kind: access.kind, id: access.recordId }).from(access)
  const ids = kept.filter((row) => row.kind === name).map(({ id }) => id)
  const found = await Promise.all(ids.map((id) => kind?.find(db(), id)))
  const records: Known[] = found.flatMap((record) => record ?? [])
  const title = `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`
  if (!kind || records.length === 0) return `${title}\n\nThe sample company has none.`
  const cases = staff.flatMap((actor) =>
    records.map((record) => ({
      who: [...actor.duties].toSorted().join(", ") || "No duty",
      rights: {
        see: kind.canSee(actor, record),
        comment: kind.canSee(actor, record) && (kind.canComment?.(actor, record) ?? false),
      },
    })),
  )
  return `${title}\n\n${table(cases, ["No duty"])}`
}

async function matrix(): Promise<string> {
  const own = ["task", "group", "matter", "client", "ticket", "meeting"]
  // What the client has of a ticket is no colleague's business of its own.
  const others = [...registry().kinds.keys()]
    .filter((name) => !own.includes(name) && !name.startsWith("ticket_"))
    .toSorted()
  const parts = [
    await tasksPart(),
    await groupsPart(),
    await mattersPart(),
    await clientsPart(),
    await ticketsPart(),
    await meetingsPart(),
    ...(await Promise.all(others.map(kindPart))),
  ]
  return `# Who may what

Made from the permissions in the code by asking them of every person and every record of the sample
company; \`QIBU_WRITE=1 npx vitest run tests/access-matrix.test.ts\` writes it anew.
"some": people of that kind differ, by the record or by another role that they have.

${parts.join("\n\n")}
`
}

test("docs/access-matrix.md says what the permissions say", async () => {
  const made = await matrix()
  if (process.env.QIBU_WRITE === "1") await writeFile(file, made)
  expect(await readFile(file, "utf8")).toBe(made)
})
