import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import type { Titled } from "@/lib/platform/module"
import { placeKey } from "@/lib/platform/naming"
import { outsideReaders } from "@/lib/platform/outside-readers"
import { shownRecords } from "@/lib/platform/shown-records"

/** Where a request goes, as far as its reader may see that. */
export async function placeOf(
  actor: PersonActor,
  kind: string,
  recordId: number,
): Promise<Titled | null> {
  const shown = await shownRecords(actor, [{ kind, recordId }])
  return shown.get(placeKey({ kind, recordId })) ?? null
}

/** Who from outside would read it: whoever decides has to know, also without seeing the place. */
export const readersThere = (kind: string, recordId: number) =>
  outsideReaders(db(), kind, recordId, "view")
