import { getTranslations } from "next-intl/server"
import { RecordingForms } from "@/components/meetings/recording-forms"
import { RecordingPlayer } from "@/components/meetings/recording-player"
import { RecordingUpload } from "@/components/meetings/recording-upload"
import { sizeOf } from "@/components/ui/file-size"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { RecordingOnPage } from "@/lib/meetings/recording"

/** 会议回看: what was recorded, to be opened at any topic; and how it gets here. */
export async function Recording({
  meeting,
  recording,
  size = "panel",
}: {
  meeting: { id: number; title: string }
  recording: RecordingOnPage
  size?: "panel" | "small"
}) {
  const [t, times] = await Promise.all([getTranslations("meetings.recording"), when()])
  const { file, marks, half, may } = recording
  return (
    <Section
      title={t("title")}
      size={size}
      aside={file ? sizeOf(file.size) : undefined}
      className="mt-7 first:mt-0 print:hidden"
    >
      <div id="recording" className="scroll-mt-4 pt-2">
        {file && (
          <RecordingPlayer
            key={file.fileId}
            src={`/files/${file.fileId}`}
            video={file.type.startsWith("video/")}
            label={t("of", { title: meeting.title })}
            marks={marks}
            words={{ from: t.raw("from"), broken: t("broken"), download: t("download") }}
          />
        )}
        {!file && <p className="text-control text-ink-2">{t("none")}</p>}
        {may && (
          <RecordingUpload
            id={meeting.id}
            half={half && { id: half.id, name: half.name, percent: percentOf(half) }}
            words={{
              choose: t(file ? "replace" : "upload"),
              hint: t("hint"),
              sending: t.raw("sending"),
              stop: t("stop"),
              failed: t("failed"),
              half: t.raw("half"),
              giveUp: t("giveUp"),
            }}
          />
        )}
        {may && file && (
          <RecordingForms
            id={meeting.id}
            start={times.field(file.startedAt)}
            words={{
              more: t("more"),
              start: t("start"),
              startHint: t("startHint"),
              save: t("save"),
              remove: t("remove"),
              removeHint: t("removeHint"),
              removeNow: t("removeNow"),
            }}
          />
        )}
      </div>
    </Section>
  )
}

const percentOf = ({ here, size }: { here: number; size: number }): number =>
  Math.floor((100 * here) / size)
