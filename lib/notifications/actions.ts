"use server"

import { action, nothing } from "@/lib/action"
import { handle, handleAll, nextMorning, ownBundle, ownBundles, readBundle } from "./handling"
import { bundleState, everything, record, severalStates } from "./inputs"

export const handleBundleAction = action({
  name: "notifications.handle",
  input: bundleState,
  prepare: () => nextMorning(),
  load: ownBundle,
  can: () => true,
  run: (ctx, bundle, { to }, later) => handle(ctx, bundle, to, later),
})

export const handleBundlesAction = action({
  name: "notifications.handleSeveral",
  input: severalStates,
  prepare: () => nextMorning(),
  load: ownBundles,
  can: () => true,
  run: async (ctx, chosen, { to }, later) => {
    for (const bundle of chosen) await handle(ctx, bundle, to, later)
  },
})

export const handleAllAction = action({
  name: "notifications.handleAll",
  input: everything,
  load: nothing,
  can: () => true,
  run: (ctx, _, which) => handleAll(ctx, which),
})

/** Sent by a page when somebody looks at a record. */
export const readRecordAction = action({
  name: "notifications.read",
  input: record,
  load: nothing,
  can: () => true,
  run: (ctx, _, { kind, id }) => readBundle(ctx, kind, id),
})
