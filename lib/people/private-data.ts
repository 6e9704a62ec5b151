import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { maskedBirthday, maskPhone } from "./masking"
import type { PrivateField } from "./private-policy"

async function privateRow(db: Db, personId: number) {
  const [row] = await db
    .select({ phone: people.phone, birthday: people.birthday })
    .from(people)
    .where(eq(people.id, personId))
  return row ?? { phone: null, birthday: null }
}

/** As everybody may see it; null where nothing is known. The whole never leaves the server here. */
export async function maskedData(db: Db, personId: number) {
  const { phone, birthday } = await privateRow(db, personId)
  return { phone: phone && maskPhone(phone), birthday: birthday && maskedBirthday }
}

/** The whole of it, and who asked stands in the audit log, without what was shown. */
export async function showPrivate(
  ctx: Ctx,
  personId: number,
  field: PrivateField,
): Promise<string> {
  const value = (await privateRow(ctx.tx, personId))[field]
  emit(ctx, { type: "person.private_shown", recordId: personId, data: { field } })
  return value ?? refuse("not_found")
}
