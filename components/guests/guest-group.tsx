import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { GuestComposer } from "@/components/guests/guest-composer"
import { GuestFiles } from "@/components/guests/guest-files"
import { GuestFrame } from "@/components/guests/guest-frame"
import { GuestTalk } from "@/components/guests/guest-talk"
import { GuestUpload } from "@/components/guests/guest-upload"
import type { Group } from "@/lib/groups/group"
import { canGuestPost, canGuestUpload } from "@/lib/groups/policy"
import { guestSayAction } from "@/lib/guests/actions"
import { filesForGuest, talkForGuest } from "@/lib/messages/guest-reading"
import { type GuestActor, guestMay } from "@/lib/platform/actor"

/** A group as far as a guest was let in: its files, and where they may talk, the talk. */
export async function GuestGroup({
  guest,
  group,
  before,
  files,
  refused,
}: {
  guest: GuestActor
  group: Group
  before: number | undefined
  files: number | undefined
  /** What was sent without script wasn't taken. */
  refused: boolean
}) {
  const talks = guestMay(guest, "group", group.id, "talk")
  const [t, talk, shelf] = await Promise.all([
    getTranslations("guests.g"),
    talkForGuest(guest, group.id, before),
    filesForGuest(guest, group.id, files),
  ])
  const place = `/g/groups/${group.id}`
  const upload = canGuestUpload(guest, group) && (
    <GuestUpload
      action={`${place}/files`}
      words={{
        choose: t("choose"),
        send: t("upload"),
        sending: t("uploading"),
        note: t("uploadNote"),
        refused: t("uploadRefused"),
      }}
      refused={refused}
    />
  )
  return (
    <GuestFrame
      guest={guest}
      foot={
        canGuestPost(guest, group) && (
          <GuestComposer
            action={guestSayAction}
            about={{ name: "group", value: group.id }}
            formKey={randomUUID()}
            words={{ write: t("write"), send: t("send_") }}
          />
        )
      }
    >
      <h1 className="mt-3 text-title">{group.title}</h1>
      {!talks && upload && <div className="mt-4">{upload}</div>}
      {talks && (
        <section aria-label={t("talk")} className="mt-4">
          <GuestTalk talk={talk} place={place} newest={before === undefined} />
        </section>
      )}
      <section aria-label={t("files")} className="mt-7">
        <h2 className="border-b border-line pb-1 text-panel">{t("files")}</h2>
        <GuestFiles shelf={shelf} place={place} />
        {talks && upload && <div className="mt-4">{upload}</div>}
      </section>
    </GuestFrame>
  )
}
