import { getTranslations } from "next-intl/server"
import { GuestFiles } from "@/components/guests/guest-files"
import { GuestFrame } from "@/components/guests/guest-frame"
import { GuestUpload } from "@/components/guests/guest-upload"
import { filesOnShelf, fillsShelf, type Shelf } from "@/lib/clients/shelf"
import type { GuestActor } from "@/lib/platform/actor"

/** A client's files for its people who were let in to them, and where they may, what they hand in. */
export async function GuestShelf({
  guest,
  shelf,
  before,
  refused,
}: {
  guest: GuestActor
  shelf: Shelf
  before: number | undefined
  /** What was sent without script wasn't taken. */
  refused: boolean
}) {
  const [t, files] = await Promise.all([
    getTranslations("guests.g"),
    filesOnShelf(shelf.id, before),
  ])
  const place = `/g/clients/${shelf.id}`
  return (
    <GuestFrame guest={guest}>
      <h1 className="mt-3 text-title">{shelf.name}</h1>
      {fillsShelf(guest, shelf) && (
        <div className="mt-4">
          <GuestUpload
            action={`${place}/files`}
            words={{
              ...{ choose: t("choose"), send: t("upload"), sending: t("uploading") },
              ...{ note: t("shelfNote"), refused: t("uploadRefused") },
            }}
            refused={refused}
          />
        </div>
      )}
      <section aria-label={t("files")} className="mt-7">
        <h2 className="border-b border-line pb-1 text-panel">{t("files")}</h2>
        <GuestFiles shelf={files} place={place} />
      </section>
    </GuestFrame>
  )
}
