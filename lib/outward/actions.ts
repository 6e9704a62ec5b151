"use server"

import { action, nothing } from "@/lib/action"
import { screenAhead } from "@/lib/platform/screening/screening"
import { decide, withdraw } from "./deciding"
import { reportFind } from "./false-finds"
import { decidedRequest, oneRequest, reportedFind } from "./inputs"
import { canDecide, canWithdraw } from "./policy"
import { seenRequest } from "./request"
import { sendReleased } from "./sending-released"

export const decideOutwardAction = action({
  name: "outward.decide",
  input: decidedRequest,
  load: seenRequest,
  can: canDecide,
  run: (ctx, request, input) => decide(ctx, request, input),
  after: () => sendReleased(),
})

export const withdrawOutwardAction = action({
  name: "outward.withdraw",
  input: oneRequest,
  load: seenRequest,
  can: canWithdraw,
  run: (ctx, request) => withdraw(ctx, request),
})

export const reportFindAction = action({
  name: "outward.report",
  input: reportedFind,
  limit: { times: 60, per: 3600 },
  load: nothing,
  can: () => true,
  prepare: ({ found }) => screenAhead(found),
  run: (ctx, _, input) => reportFind(ctx, input),
})
