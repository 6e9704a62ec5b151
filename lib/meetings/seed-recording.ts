import { createHash } from "node:crypto"
import { files } from "@/db/schema/platform"
import { emit } from "@/lib/platform/events"
import { newFilesStore } from "@/lib/platform/files/stores"
import { refuse } from "@/lib/platform/refusal"
import type { PastChange } from "@/lib/platform/write"
import { keepRecording } from "./keeping-recording"
import { canRecord } from "./policy"
import { soundOf } from "./sample/sound"
import type { SampleMeeting } from "./sample/telling"
import type { Company, Own } from "./seed"
import { require, told } from "./seed-booking"

const minute = 60_000

/** 会议回看 of a meeting that was recorded: made by code, put into the store before its step. */
export async function recordingSteps(
  company: Company,
  sample: SampleMeeting,
): Promise<PastChange[]> {
  const { written, noteTaker, lasts } = sample
  if (!sample.recorded || written === undefined) return []
  const bytes = soundOf((lasts + 4) * 60, tonesOf(sample))
  const place = await (await newFilesStore()).put(of(bytes))
  const out = +company.at(sample.start) + (lasts + 4 + written + 6) * minute
  return [
    company.step(noteTaker, new Date(out), async (ctx) => {
      const meeting = await told(ctx, company, sample)
      require(canRecord(ctx.actor, meeting))
      await keepRecording(ctx, meeting, await addFile(ctx, place, bytes, `${sample.title}.flac`))
    }),
  ]
}

/** When its topics came up, in seconds. */
function tonesOf({ topics, follows }: SampleMeeting): number[] {
  const starts = [0]
  let from = follows === undefined ? 0 : 4
  for (const { took, minutes } of topics) {
    starts.push(from * 60)
    from += took ?? minutes
  }
  return starts
}

async function* of(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}

async function addFile(ctx: Own, place: string, bytes: Buffer, name: string): Promise<number> {
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const [row] = await ctx.tx
    .insert(files)
    .values({
      ...{ place, name, type: "audio/flac", size: bytes.length, sha256 },
      ...{ ownerId: ctx.actor.personId, createdAt: ctx.now },
    })
    .returning({ id: files.id })
  const id = row?.id ?? refuse("conflict")
  emit(ctx, { type: "file.added", recordId: id, data: { size: bytes.length, type: "audio/flac" } })
  return id
}
