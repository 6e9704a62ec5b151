import { type Db, db } from "@/db/engine"
import type { GuestActor } from "@/lib/platform/actor"
import type { Ctx, Origin } from "@/lib/platform/context"
import { formUpload } from "@/lib/platform/files/form-upload"
import { receiveFile } from "@/lib/platform/files/receiving"
import { dropUnattached } from "@/lib/platform/files/unattached"
import { guestStillIn } from "@/lib/platform/guest-session"
import { write, writeAsSystem } from "@/lib/platform/write"

/** Bytes of one file from outside: 200 MB. */
const largest = 200 * 1024 ** 2

interface Place<R, O> {
  /** Where it goes, for whoever may hand in there; refuses everybody else. */
  find: (on: Db, guest: GuestActor) => Promise<R>
  /** Hangs the file there. */
  hang: (ctx: Ctx & { actor: GuestActor }, place: R, fileId: number) => Promise<O>
}

/**
 * Takes a guest's file in. Whether they may is asked before anything is read, and again when it has
 * arrived: that may take long. What they may not hand in any more isn't kept.
 * @throws Refusal
 */
export async function receiveFromGuest<R, O>(
  guest: GuestActor,
  request: Request,
  from: Origin,
  { find, hang }: Place<R, O>,
): Promise<O> {
  await find(db(), guest)
  const file = await receiveFile(guest, await formUpload(request), from, largest)
  try {
    return await write(
      guest,
      async (ctx) => {
        const actor = await guestStillIn(ctx.tx, guest)
        return hang(Object.assign(ctx, { actor }), await find(ctx.tx, actor), file.id)
      },
      { origin: from },
    )
  } catch (error) {
    // It doesn't stay with their host either.
    await writeAsSystem("guests.upload", (ctx) => dropUnattached(ctx, file.id))
    throw error
  }
}
