import { eq, type SQL } from "drizzle-orm"
import type { Db } from "@/db/database"
import { credentials, people } from "@/db/schema/people"

/** One spelling of a login: e-mails in lower case, staff numbers without spaces around. */
export const spelled = (login: string): string => login.normalize("NFKC").trim().toLowerCase()

/** Who somebody is, with what proves it. Never shown, never logged. */
const accounts = (on: Db, condition: SQL) =>
  on
    .select({
      id: people.id,
      name: people.name,
      staffNo: people.staffNo,
      email: people.email,
      phone: people.phone,
      birthday: people.birthday,
      locale: people.locale,
      disabledAt: people.disabledAt,
      passwordHash: credentials.passwordHash,
      passwordSetAt: credentials.passwordSetAt,
      passwordExempt: credentials.passwordExempt,
      totpSecret: credentials.totpSecret,
      totpSince: credentials.totpSince,
      totpLastStep: credentials.totpLastStep,
    })
    .from(people)
    .leftJoin(credentials, eq(credentials.personId, people.id))
    .where(condition)
    .limit(1)

export type Account = Awaited<ReturnType<typeof accounts>>[number]

/** The account that an e-mail or staff number names, disabled ones too. */
export async function accountByLogin(on: Db, login: string): Promise<Account | null> {
  const text = spelled(login)
  const condition = text.includes("@")
    ? eq(people.email, text)
    : eq(people.staffNo, text.toUpperCase())
  const [found] = await accounts(on, condition)
  return found ?? null
}

export async function accountOf(on: Db, personId: number): Promise<Account | null> {
  const [found] = await accounts(on, eq(people.id, personId))
  return found ?? null
}
