import type { z } from "zod"
import type { Db } from "@/db/database"
import { resolvePerson } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { NewAnnouncement } from "./announcing"
import { createGroup } from "./creating"
import { openDirect } from "./direct"
import type { GroupFields, newAnnouncement } from "./inputs"

/** Names or chosen ids as people, each once. @throws Refusal at `field` for who can't be found */
export async function readPeople(
  db: Db,
  names: readonly string[],
  field: string,
): Promise<number[]> {
  const ids = new Set<number>()
  for (const name of names) ids.add(await resolvePerson(db, name, field))
  return [...ids]
}

/** What the form asks for: a group, or a private chat with those named. */
export async function makeGroup(
  ctx: Ctx & { actor: PersonActor },
  { department, members, kind, ...fields }: GroupFields,
): Promise<number> {
  const memberIds = await readPeople(ctx.tx, members, "members")
  if (kind === "direct") return openDirect(ctx, memberIds, "members")
  return createGroup(ctx, { ...fields, kind, departmentId: department, memberIds })
}

export const readAnnounced = ({
  topic,
  body,
  ordinaryHours,
  urgentMinutes,
}: z.output<typeof newAnnouncement>): NewAnnouncement => ({
  topic,
  body,
  ordinaryMinutes: ordinaryHours === null ? null : Math.round(ordinaryHours * 60),
  urgentMinutes,
})
