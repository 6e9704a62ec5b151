"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { mailInstead } from "@/lib/people/preferences"
import { addDevice, ownDevice, removeDevice, showText, tryDevice } from "./push-devices"
import { device, deviceText, subscription } from "./push-inputs"

const own = { load: ownDevice, can: () => true }

export const addPushAction = action({
  name: "notifications.addPush",
  input: subscription,
  load: nothing,
  can: () => true,
  limit: { times: 20, per: 3600 },
  run: (ctx, _, given) => addDevice(ctx, given),
})

export const tryPushAction = action({
  ...own,
  name: "notifications.tryPush",
  input: device,
  limit: { times: 10, per: 600 },
  run: (ctx, found) => tryDevice(ctx, found),
})

export const pushTextAction = action({
  ...own,
  name: "notifications.pushText",
  input: deviceText,
  run: (ctx, found, { on }) => showText(ctx, found, on),
})

export const removePushAction = action({
  ...own,
  name: "notifications.removePush",
  input: device,
  run: (ctx, found) => removeDevice(ctx, found),
})

/** What would have come by push comes by mail. */
export const mailInsteadAction = action({
  name: "notifications.mailInstead",
  input: z.strictObject({}),
  load: nothing,
  can: () => true,
  run: (ctx) => mailInstead(ctx),
})
