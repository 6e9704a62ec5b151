"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { readStaffPhone } from "./own-phone"
import { setLook, setNotifications, setPhone, setQuietHours } from "./preferences"

const anybody = () => true
const minute = z.coerce.number().int().min(0).max(1439)

export const lookAction = action({
  name: "people.look",
  input: z.strictObject({
    locale: z.enum(["system", "zh", "en"]),
    theme: z.enum(["system", "light", "dark"]),
    density: z.enum(["normal", "compact"]),
  }),
  load: nothing,
  can: anybody,
  run: async (ctx, _, { locale, ...look }) => {
    await setLook(ctx, { ...look, locale: locale === "system" ? null : locale })
    return true
  },
})

export const phoneAction = action({
  name: "people.phone",
  input: z.strictObject({ phone: z.string().trim().max(40).transform(readStaffPhone) }),
  load: nothing,
  can: anybody,
  run: async (ctx, _, { phone }) => {
    await setPhone(ctx, phone)
    return true
  },
})

export const notificationsAction = action({
  name: "people.notifications",
  input: z.strictObject({
    wanted: z.array(z.string().max(80)).max(500).default([]),
    quiet: z.string().regex(/^(off|\d{1,4}-\d{1,4})$/),
  }),
  load: nothing,
  can: anybody,
  run: async (ctx, _, { wanted, quiet }) => {
    await setNotifications(ctx, new Set(wanted))
    const [from, until] = quiet.split("-")
    await setQuietHours(
      ctx,
      quiet === "off" ? null : { from: minute.parse(from), until: minute.parse(until) },
    )
    return true
  },
})
