import type { PersonActor } from "@/lib/platform/actor"

/** 人事 and 平台管理 import staff (decision 4). */
export const mayImport = (actor: PersonActor): boolean =>
  actor.duties.has("hr") || actor.duties.has("platform")
