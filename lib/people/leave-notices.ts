import { eq } from "drizzle-orm"
import { people } from "@/db/schema/people"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { ancestry, organisation } from "@/lib/platform/organisation"

/** The deputy, the nearest head who isn't the person, and the person when HR wrote it down. */
export async function tellOfLeave(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const [row] = await ctx.tx
    .select({ departmentId: people.departmentId })
    .from(people)
    .where(eq(people.id, event.recordId))
  const org = await organisation(ctx.tx)
  const heads = row
    ? ancestry(org, row.departmentId).map((id) => org.departments.get(id)?.headId)
    : []
  const head = heads.find((id) => typeof id === "number" && id !== event.recordId)
  const deputy = event.data?.deputyId
  const personIds = [deputy, head, event.recordId].flatMap((id) =>
    typeof id === "number" ? [id] : [],
  )
  return [{ personIds, category: "people.leave", needsYou: false }]
}
