"use server"

import { action, nothing } from "@/lib/action"
import { seenFile } from "@/lib/platform/files/serving"
import { refuse } from "@/lib/platform/refusal"
import { wordsFoundIn } from "@/lib/platform/screening/file-finds"
import { screenAhead } from "@/lib/platform/screening/screening"
import { decide, withdraw } from "./deciding"
import { reportFind, reportInFile } from "./false-finds"
import { decidedRequest, oneRequest, reportedFile, reportedFind } from "./inputs"
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

const mostWords = 5

/** Whoever may open a file says that what was found in it is none. */
export const reportFileFindAction = action({
  name: "outward.report_file",
  input: reportedFile,
  limit: { times: 30, per: 3600 },
  prepare: async ({ kind, file: id }, actor) => {
    const file = await seenFile(actor, id)
    return file && wordsFoundIn(file, kind, mostWords)
  },
  load: nothing,
  can: () => true,
  run: (ctx, _, { kind }, words) => (words ? reportInFile(ctx, kind, words) : refuse("not_found")),
})
