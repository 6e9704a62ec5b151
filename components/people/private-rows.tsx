import { getTranslations } from "next-intl/server"
import { PhoneLine } from "@/components/people/phone-line"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { db } from "@/db/engine"
import { maskedData } from "@/lib/people/private-data"
import { canAsk, privateFields } from "@/lib/people/private-policy"
import type { PersonActor } from "@/lib/platform/actor"

/** 手机 and 生日, masked. Who may not ask for a birthday doesn't learn that one is known. */
export async function PrivateRows({
  actor,
  person,
}: {
  actor: PersonActor
  person: { id: number; departmentId: number; managerId: number | null }
}) {
  const [t, masked] = await Promise.all([
    getTranslations("people.private"),
    maskedData(db(), person.id),
  ])
  return (
    <FieldRows short>
      {privateFields.map((field) => {
        const value = masked[field]
        const may = canAsk(actor, person, field)
        if (!value || (field === "birthday" && !may)) return null
        return (
          <FieldRow key={field} label={t(field)}>
            <PhoneLine
              id={person.id}
              field={field}
              masked={value}
              ask={may ? t(`ask.${field}`) : undefined}
            />
          </FieldRow>
        )
      })}
    </FieldRows>
  )
}
