import { eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { files } from "@/db/schema/platform"
import { receiveFile } from "@/lib/platform/files/receiving"
import { serveFile } from "@/lib/platform/files/serving"
import { at, inboxOf, known, meet, on, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { markAttendance } from "./attendance"
import { keepRecording, removeRecording, setRecordingStart } from "./keeping-recording"
import { canRecord } from "./policy"
import { recordingFor } from "./recording"
import { endMeeting, moveToTopic, startMeeting } from "./running"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "林默", "陈晨")
})

const wav = Buffer.concat([Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"), Buffer.alloc(64)])
async function* of(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}
const sent = async (name: string, file = "周会.wav", bytes = wav) =>
  (await receiveFile(who(name), { name: file, announced: bytes.length, body: of(bytes) })).id

/** From 10:00 to 11:00; the second topic came up at 10:20, the first again at 10:50. */
async function ended(): Promise<number> {
  const id = await published()
  await on("柯南星", id, startMeeting, at("10:00"))
  const [one, two] = (await known(id)).topics.map((topic) => topic.id)
  await on("柯南星", id, (ctx, meeting) => moveToTopic(ctx, meeting, two ?? 0), at("10:20"))
  await on("柯南星", id, (ctx, meeting) => moveToTopic(ctx, meeting, one ?? 0), at("10:50"))
  for (const name of ["柯南星", "许诺", "周舟"])
    await on("柯南星", id, (ctx, meeting) =>
      markAttendance(ctx, meeting, who(name).personId, "present"),
    )
  await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
  return id
}
const keep = (id: number, file: number, name = "许诺") =>
  on(name, id, (ctx, meeting) => keepRecording(ctx, meeting, file), at("11:30"))

const status = async (name: string, file: number) =>
  (await serveFile(who(name), file, new Request("http://portal/files/1"))).status

test("whoever sees the meeting's minutes hears its recording, and nobody else", async () => {
  const id = await ended()
  const file = await sent("许诺")
  expect(await status("周舟", file)).toBe(404)
  await keep(id, file)
  for (const name of ["柯南星", "许诺", "周舟", "方圆"]) expect(await status(name, file)).toBe(200)
  for (const name of ["高远", "陈晨"]) expect(await status(name, file)).toBe(404)
})

test("it opens at each topic by the clock of the meeting, however often one came up", async () => {
  const id = await ended()
  await keep(id, await sent("许诺"))
  const marks = async () =>
    (await recordingFor(who("周舟"), await known(id)))?.marks.map(({ number, seconds }) => [
      number,
      seconds / 60,
    ])
  expect(await marks()).toEqual([
    [1, 0],
    [2, 20],
    [1, 50],
  ])
  await on("许诺", id, (ctx, meeting) => setRecordingStart(ctx, meeting, at("10:05")))
  expect(await marks()).toEqual([
    [1, 0],
    [2, 15],
    [1, 45],
  ])
  await expect(
    on("许诺", id, (ctx, meeting) => setRecordingStart(ctx, meeting, at("11:30"))),
  ).rejects.toMatchObject({ code: "invalid" })
})

test("the absent are told of it; who was there isn't", async () => {
  const id = await ended()
  const before = (await inboxOf("周舟", id))?.unread ?? 0
  const absent = (await inboxOf("方圆", id))?.unread ?? 0
  await keep(id, await sent("许诺"))
  expect((await inboxOf("周舟", id))?.unread ?? 0).toBe(before)
  expect((await inboxOf("方圆", id))?.unread).toBe(absent + 1)
})

test("replaced, the one before is gone; removed, nothing is left", async () => {
  const id = await ended()
  const [first, second] = [await sent("许诺"), await sent("柯南星")]
  await keep(id, first)
  await keep(id, second, "柯南星")
  expect([await status("周舟", first), await status("周舟", second)]).toEqual([404, 200])
  await on("许诺", id, (ctx, meeting) => removeRecording(ctx, meeting))
  expect(await status("周舟", second)).toBe(404)
  expect(await db().$count(files, eq(files.id, second))).toBe(0)
  await expect(
    on("许诺", id, (ctx, meeting) => removeRecording(ctx, meeting)),
  ).rejects.toMatchObject({ code: "not_found" })
})

test("only what a browser plays is kept, by what it is and not by what it is called", async () => {
  const id = await ended()
  const page = await sent("许诺", "周会.mp4", Buffer.from("<script>alert(1)</script>"))
  await expect(keep(id, page)).rejects.toMatchObject({ sentence: "meetings.error.unplayable" })
  await expect(keep(id, await sent("周舟"))).rejects.toMatchObject({ code: "not_found" })
})

test("host and note-taker keep it, once the meeting is over", async () => {
  const meeting = await known(await ended())
  const may = (name: string) => canRecord(who(name), meeting)
  expect(["柯南星", "许诺", "周舟", "高远"].map(may)).toEqual([true, true, false, false])
  const running = await published()
  await on("柯南星", running, startMeeting, at("10:00"))
  await expect(keep(running, await sent("许诺"))).rejects.toMatchObject({ code: "conflict" })
})
