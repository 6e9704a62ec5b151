import { and, desc, eq, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { clientDossiers } from "@/db/schema/clients"
import { groupMembers, groups } from "@/db/schema/groups"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"

const pageSize = 24

/** A page of a client's archive, the newest first. The caller has checked that the client is the reader's. */
export async function dossiersOf(clientId: number, cursor?: string) {
  const after = decodeCursor(cursor)
  const rows = await db()
    .select({ dossier: clientDossiers, fileId: files.id })
    .from(clientDossiers)
    .leftJoin(files, and(eq(files.kind, "dossier"), eq(files.recordId, clientDossiers.id)))
    .where(
      and(
        eq(clientDossiers.clientId, clientId),
        after ? lt(clientDossiers.nth, after.id) : undefined,
      ),
    )
    .orderBy(desc(clientDossiers.nth))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1)?.dossier.nth : undefined
  return {
    rows: shown.map(({ dossier: { words: _, ...row }, fileId }) => ({
      ...row,
      fileId,
    })),
    next: last ? encodeCursor({ key: last, id: last }) : null,
  }
}

export type DossierListRow = Awaited<ReturnType<typeof dossiersOf>>["rows"][number]

const mostGroups = 100

/** Groups that are linked to a client: their names are no secret to who sees its archive. */
export const groupsOf = (clientId: number) =>
  db()
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(eq(groups.clientId, clientId))
    .orderBy(groups.id)
    .limit(mostGroups)

/** Client groups that somebody runs and that belong to no client yet. */
export const groupChoices = (actor: PersonActor) =>
  db()
    .select({ id: groups.id, name: groups.name, clientId: groups.clientId })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(
      and(
        eq(groupMembers.personId, actor.personId),
        eq(groupMembers.role, "manager"),
        eq(groups.kind, "client"),
      ),
    )
    .orderBy(desc(groups.lastAt))
    .limit(mostGroups)
