import { clients } from "@/db/schema/clients"
import { type Reader, visible } from "@/lib/platform/access"
import {
  type Actor,
  atLeast,
  isPerson,
  type Level,
  levelOn,
  type PersonActor,
  sees,
} from "@/lib/platform/actor"
import type { Client } from "./client"

/** What rights on a client hang on; lists know it too. */
export type Owned = Pick<Client, "ownerId" | "departmentId">

export const canSee = (actor: Actor, client: Client): boolean => sees(actor, client)

/** The same as `canSee`, as a condition on the table `clients`. */
export const visibleTo = (reader: Reader) => visible(reader, "client", clients.id)

/** 仅查看 creates nothing; a head always may (decision 2). */
export const canCreate = (actor: PersonActor): boolean =>
  atLeast(actor.level, "edit") || actor.leads.size > 0

/** Members of a department at edit level, and heads above it, may have clients in it. */
export const canHome = (actor: PersonActor, departmentId: number): boolean =>
  atLeast(atHome(actor, { departmentId }), "edit")

/** The responsible person, editors of the responsible department, and its heads. */
export const canEdit = (actor: Actor, client: Client): boolean =>
  isPerson(actor) &&
  canSee(actor, client) &&
  ((isOwner(actor, client) && atLeast(actor.level, "edit")) ||
    atLeast(atHome(actor, client), "edit"))

/** Whoever is responsible for the client or for one of its records, and editors at its home. */
export const canRecord = (actor: Actor, client: Client): boolean =>
  isPerson(actor) &&
  client.archivedAt === null &&
  (isOwner(actor, client) || atLeast(levelOn(actor, client), "edit"))

export const canComment = canSee

/** The responsible person has the numbers before them. */
export const readsContacts = (actor: PersonActor, client: Owned): boolean => isOwner(actor, client)

/** 查看全号: heads and editors of the responsible department may ask, and each look is logged. */
export const canAskContacts = (actor: PersonActor, client: Owned): boolean =>
  isOwner(actor, client) || atLeast(atHome(actor, client), "edit")

/** Giving a client away, and laying it aside: its owner's, and its heads' and administrators'. */
export const canHandOver = (actor: Actor, client: Owned): boolean =>
  isPerson(actor) && (isOwner(actor, client) || atLeast(atHome(actor, client), "admin"))

export const canArchive = (actor: Actor, client: Client): boolean =>
  canEdit(actor, client) && canHandOver(actor, client)

const isOwner = (actor: PersonActor, { ownerId }: Pick<Owned, "ownerId">): boolean =>
  ownerId === actor.personId

const atHome = (actor: PersonActor, { departmentId }: Pick<Owned, "departmentId">): Level | null =>
  actor.principals.get(`department:${departmentId}`) ?? null
