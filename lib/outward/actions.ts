"use server"

import { action } from "@/lib/action"
import { decide, withdraw } from "./deciding"
import { decidedRequest, oneRequest } from "./inputs"
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
