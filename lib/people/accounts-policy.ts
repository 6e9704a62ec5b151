import type { PersonActor } from "@/lib/platform/actor"

interface Account {
  id: number
  /** Whether the account has 平台管理. */
  administrator: boolean
}

/**
 * 人事 and 平台管理 open, end and reopen accounts, never their own. An administrator's account is
 * for administrators: whoever may set its password could become them.
 */
export const canManageAccount = (actor: PersonActor, account: Account): boolean =>
  account.id !== actor.personId &&
  (actor.duties.has("platform") || (actor.duties.has("hr") && !account.administrator))
