"use server"

import { getLocale, getTranslations } from "next-intl/server"
import { z } from "zod"
import { db } from "@/db/engine"
import { reading } from "@/lib/action"
import { writtenDay } from "@/lib/calendar/written-day"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { pickPeople } from "./finding"
import { companyToday } from "./leave"
import { type LeaveNow, leavesOn } from "./leave-now"
import { canSetLeave } from "./leave-policy"
import { outlook } from "./taking-leave"

const find = reading({
  name: "people.find",
  input: z.strictObject({ query: z.string().max(60) }),
  run: async (_, { query }) => {
    const [found, org] = await Promise.all([pickPeople(db(), query), organisation(db())])
    const ids = found.map(({ id }) => id)
    const away = await leavesOn(db(), ids, await companyToday())
    return Promise.all(
      found.map(async ({ id, name, pinyin, departmentId, face }) => ({
        id,
        name,
        pinyin,
        face,
        department: departmentPath(org, departmentId),
        ...(await awayWords(away.get(id))),
      })),
    )
  },
})

/** Until when somebody is away, and who could be chosen instead. */
async function awayWords(leave: LeaveNow | undefined) {
  if (!leave) return {}
  const [t, locale] = await Promise.all([getTranslations("people.leave"), getLocale()])
  const until = t("until", { day: writtenDay(leave.lastDay, locale) })
  const { deputyId, deputyName } = leave
  if (deputyId === null || deputyName === null) return { aside: until, away: { until } }
  const deputy = { id: deputyId, name: deputyName }
  return { aside: until, away: { until, deputy, swap: t("swap", { deputy: deputyName }) } }
}

/** Colleagues for a picker, by name, pinyin, initials or staff number. */
export async function findPeople(query: string) {
  return (await find({ query })) ?? []
}

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

const look = reading({
  name: "people.leave_outlook",
  input: z.strictObject({
    personId: z.number().int().positive(),
    firstDay: day,
    lastDay: day,
    deputyId: z.number().int().positive().nullable(),
  }),
  run: async (actor, { personId, ...leave }) => {
    if (!canSetLeave(actor, personId) || leave.lastDay < leave.firstDay) return []
    const { workingDays, there, deputyAway } = await outlook(db(), personId, leave)
    const t = await getTranslations("people.leave")
    const lines = [
      { text: t("workingDays", { count: workingDays }), warns: false },
      there && {
        text: t("clash", { first: there.firstDay, last: there.lastDay }),
        warns: true,
      },
      deputyAway === "part" && { text: t("deputyPart"), warns: true },
      deputyAway === "whole" && { text: t("deputyWhole"), warns: true },
    ]
    return lines.flatMap((line) => line || [])
  },
})

/** What some days away would mean, while they are chosen. */
export async function leaveOutlook(input: Parameters<typeof look>[0]) {
  return (await look(input)) ?? []
}
