import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/db/engine"
import { zipEntries } from "@/lib/platform/zip-size"
import { zipText } from "@/lib/platform/zip-text"
import { at, known, meet, on, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { markAttendance, markOutsider } from "./attendance"
import { exportMeetings } from "./exporting"
import { contentNow, lastVersion } from "./minutes-content"
import { minutesDifference } from "./minutes-difference"
import { minutesFile } from "./minutes-file"
import { addPoint, pointsOf, savePoint } from "./points"
import { canLead } from "./policy"
import { publishMinutes } from "./publishing-minutes"
import { endMeeting, startMeeting } from "./running"

const wang = { name: "王敏", email: "wang.min@client.example" }
const lee = { name: "Lee", email: "lee@client.example" }
const outsiders = [wang, lee]

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆")
})

const idOf = async (id: number, name: string) =>
  (await known(id)).outsiders.find((each) => each.name === name)?.id ?? 0

async function running(title = "与远山科技的评审"): Promise<number> {
  const id = await published({ outsiders, title })
  await on("柯南星", id, startMeeting, at("10:00"))
  return id
}

const mark = async (id: number, name: string, how: "present" | "late" | "absent", why = "") => {
  const outsider = await idOf(id, name)
  await on(
    "许诺",
    id,
    (ctx, meeting) => markOutsider(ctx, meeting, outsider, how, why),
    at("10:05"),
  )
}

const end = (id: number) =>
  on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
const publish = (id: number, number = 0) =>
  on("许诺", id, (ctx, meeting) => publishMinutes(ctx, meeting, { number, note: "" }), at("11:30"))

const readAll = async (chunks: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = []
  for await (const part of chunks) parts.push(part)
  return Buffer.concat(parts).toString("utf8")
}

describe("people of other companies at a meeting", () => {
  test("are marked by who leads it, and stand in its minutes as outsiders", async () => {
    const id = await running()
    expect(canLead(who("方圆"), await known(id))).toBe(false)
    await mark(id, "王敏", "late")
    await mark(id, "Lee", "absent", "航班延误")
    await end(id)
    await publish(id)
    const content = (await lastVersion(db(), id))?.content
    expect(content?.present).toContainEqual({
      ...{ id: await idOf(id, "王敏"), name: "王敏" },
      ...{ outside: true, late: true },
    })
    expect(content?.absent).toContainEqual({
      ...{ id: await idOf(id, "Lee"), name: "Lee" },
      ...{ outside: true, reason: "航班延误" },
    })
  })

  test("who wasn't marked by the end was absent", async () => {
    const id = await running()
    await mark(id, "王敏", "present")
    await end(id)
    const { present, absent } = await contentNow(db(), await known(id))
    expect(present.map(({ name }) => name)).toContain("王敏")
    expect(absent.map(({ name }) => name)).toContain("Lee")
  })

  test("aren't marked before it begins, nor in another meeting", async () => {
    const id = await published({ outsiders })
    await expect(mark(id, "王敏", "present")).rejects.toMatchObject({ code: "conflict" })
    const [one, other] = [await running(), await running()]
    const foreign = await idOf(other, "王敏")
    await expect(
      on("许诺", one, (ctx, meeting) => markOutsider(ctx, meeting, foreign, "present")),
    ).rejects.toMatchObject({ code: "not_found" })
  })

  test("say something that is written down as theirs, as long as they were invited", async () => {
    const [id, other] = [await running(), await running()]
    const topic = (await known(id)).topics[0]?.id ?? 0
    const row = await on("许诺", id, (ctx, meeting) => addPoint(ctx, meeting, topic))
    const say = (outsiderId: number) =>
      on("许诺", id, (ctx, meeting) =>
        savePoint(ctx, meeting, {
          ...{ row, version: 1, text: "周四 22:00 后可以停机" },
          ...{ personId: null, outsiderId },
        }),
      )
    await expect(say(await idOf(other, "王敏"))).rejects.toMatchObject({ code: "not_found" })
    await say(await idOf(id, "王敏"))
    expect(await pointsOf(db(), id)).toMatchObject([{ outsiderId: await idOf(id, "王敏") }])
    const [first] = (await contentNow(db(), await known(id))).topics
    expect(first?.points).toMatchObject([{ speaker: { name: "王敏", outside: true } }])
  })

  test("stand in the document and in template T2's 参会人员, without their addresses", async () => {
    const id = await running("远山科技验收会")
    await mark(id, "王敏", "present")
    await mark(id, "Lee", "absent", "航班延误")
    await end(id)
    await publish(id)
    const { bytes } = (await (await minutesFile(who("周舟"), id))?.make(false)) ?? {
      bytes: new Uint8Array(),
    }
    const entry = zipEntries(bytes)?.find(({ name }) => name === "word/document.xml")
    const text = entry ? zipText(bytes, entry, 10_000_000).replace(/<[^>]*>/g, "|") : ""
    expect(text).toContain("王敏（外部）")
    expect(text).toContain("Lee（外部） (航班延误)")
    const list = await readAll(
      await exportMeetings(who("周舟"), {
        ...{ filter: { view: "past" }, type: "csv", locale: "zh" },
        timeZone: "Asia/Shanghai",
      }).make(false),
    )
    expect(list.split("\n").find((line) => line.includes("远山科技验收会"))).toContain(
      "、王敏（外部）、Lee（外部）",
    )
    expect(text + list).not.toContain("client.example")
  })
})

describe("attendance that was noted wrongly", () => {
  test("is put right once the minutes are out, as a correction that shows who", async () => {
    const id = await running()
    await mark(id, "王敏", "present")
    await end(id)
    await publish(id)
    expect((await known(id)).minutesChanged).toBe(false)
    await mark(id, "王敏", "late")
    await on("许诺", id, (ctx, meeting) =>
      markAttendance(ctx, meeting, who("周舟").personId, "absent", "去客户现场"),
    )
    expect((await known(id)).minutesChanged).toBe(true)
    const before = (await lastVersion(db(), id))?.content
    await publish(id, 1)
    const after = (await lastVersion(db(), id))?.content
    if (!before || !after) throw new Error("nothing was published")
    const { facts } = minutesDifference(before, after, String, "zh")
    expect(facts.map(({ name }) => name)).toEqual(["late", "absent"])
    expect(after.absent).toContainEqual(
      expect.objectContaining({ name: "周舟", reason: "去客户现场" }),
    )
  })

  test("doesn't say that somebody came when it was put right", async () => {
    const id = await running()
    await end(id)
    await on(
      "许诺",
      id,
      (ctx, meeting) => markAttendance(ctx, meeting, who("周舟").personId, "present"),
      at("11:20"),
    )
    const own = (await known(id)).people.find(({ personId }) => personId === who("周舟").personId)
    expect(own).toMatchObject({ attendance: "present", arrivedAt: null })
  })
})
