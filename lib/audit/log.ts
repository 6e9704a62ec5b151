import { type Actor, type Grant, sees } from "@/lib/platform/actor"
import type { Kind, Known } from "@/lib/platform/module"
import { words } from "./words"

/** The log is one record: what is said about it hangs there, and whoever may see it is told. */
export const logId = 1

const grants: Grant[] = [{ principal: "duty:platform", level: "admin" }]
const theLog: Known = { id: logId, grants, sensitivityId: null }
const title = `${words.zh.title} ${words.en.title}`

export const auditLog: Kind = {
  icon: "shield-check",
  find: async (_, id) => (id === logId ? theLog : null),
  canSee: (actor: Actor, log: Known) => sees(actor, log),
  title: () => title,
  href: () => "/admin/audit?review=open",
  searchText: () => title,
  sortKey: () => logId,
}
