import { createHash } from "node:crypto"
import { and, asc, eq, lte } from "drizzle-orm"
import { db } from "@/db/engine"
import { clientDossiers } from "@/db/schema/clients"
import { files } from "@/db/schema/platform"
import { type PersonActor, sees } from "@/lib/platform/actor"
import { Missing } from "@/lib/platform/files/store"
import { storeOf } from "@/lib/platform/files/stores"
import { type DossierRow, findDossier } from "./dossier"
import { sealOf } from "./dossier-seal"

export interface Checked {
  state: "intact" | "broken" | "missing"
  /** Which of the chain isn't as it was. */
  nth: number
}

/** For who may see it, before the transaction that says what came of it. */
export async function checkSeen(actor: PersonActor, id: number): Promise<Checked> {
  const dossier = await findDossier(db(), id)
  return dossier && sees(actor, dossier) ? checkDossier(dossier) : missing(0)
}

/** Reads a dossier's bytes again, and follows the chain of seals from the first up to it. */
export async function checkDossier(dossier: Pick<DossierRow, "id" | "clientId" | "nth">) {
  const chain = await db()
    .select()
    .from(clientDossiers)
    .where(and(eq(clientDossiers.clientId, dossier.clientId), lte(clientDossiers.nth, dossier.nth)))
    .orderBy(asc(clientDossiers.nth))
  let previous = ""
  for (const [at, row] of chain.entries()) {
    if (row.nth !== at + 1 || sealOf(previous, row) !== row.seal) return broken(at + 1)
    previous = row.seal
  }
  for (const row of chain) {
    const found = await hashOf(row.id)
    if (found !== row.sha256) return found === null ? missing(row.nth) : broken(row.nth)
  }
  return { state: "intact", nth: dossier.nth } satisfies Checked
}

const broken = (nth: number): Checked => ({ state: "broken", nth })
const missing = (nth: number): Checked => ({ state: "missing", nth })

/** Of its bytes as they lie there now; null where they are gone. */
async function hashOf(id: number): Promise<string | null> {
  const [file] = await db()
    .select({ place: files.place })
    .from(files)
    .where(and(eq(files.kind, "dossier"), eq(files.recordId, id)))
  if (!file) return null
  const hash = createHash("sha256")
  try {
    const bytes = await (await storeOf(file.place)).get(file.place)
    for await (const part of bytes) hash.update(part)
    return hash.digest("hex")
  } catch (error) {
    if (error instanceof Missing) return null
    throw error
  }
}
