import type { PersonActor } from "@/lib/platform/actor"

/** The tree is the company's: for 平台管理 (decision 4). */
export const canChangeDepartments = (actor: PersonActor): boolean => actor.duties.has("platform")

/** 人事 sees the tree to put people into it, which is part of their accounts. */
export const canSeeDepartments = (actor: PersonActor): boolean =>
  actor.duties.has("platform") || actor.duties.has("hr")

/** The levels page is for heads, and every page of /admin for 平台管理 (decision 4). */
export const canSeeLevels = (actor: PersonActor): boolean =>
  actor.leads.size > 0 || actor.duties.has("platform")

/** Duties and clearances are given by 平台管理 alone (decision 3). */
export const canGiveDuties = (actor: PersonActor): boolean => actor.duties.has("platform")
