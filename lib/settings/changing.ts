import type { Actor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { type SettingName, type Settings, writeSetting } from "@/lib/platform/settings"

/** 平台管理 decides for the company, nobody else. */
export const mayChangeSettings = (actor: Actor): boolean =>
  actor.kind === "person" && actor.duties.has("platform")

/** Writes one setting; the audit log learns which one, never what it holds. */
export async function changeSetting<Name extends SettingName>(
  ctx: Ctx,
  name: Name,
  value: Settings[Name],
  /** What else the audit log may know. */
  more: Record<string, unknown> = {},
): Promise<void> {
  await writeSetting(ctx, name, value)
  emit(ctx, { type: "settings.changed", recordId: 0, data: { names: [name], ...more } })
}

interface Secret {
  /** The form's field, for the sentence under it. */
  field: string
  typed: string
  stored: string
  /** Still for the same server and the same account there. */
  same: boolean
}

/**
 * An empty field keeps what is stored, but only for where it was meant: whoever could name another
 * server would be sent the old secret.
 */
export function keptSecret({ field, typed, stored, same }: Secret): string {
  if (typed !== "" || stored === "" || same) return typed || stored
  return refuse("invalid", { fields: { [field]: "settings.error.secretAgain" } })
}
