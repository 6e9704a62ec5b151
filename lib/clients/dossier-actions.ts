"use server"

import { z } from "zod"
import { action } from "@/lib/action"
import { emit } from "@/lib/platform/events"
import { seenClient } from "./client"
import { seenDossier } from "./dossier"
import { checkSeen } from "./dossier-checking"
import { linkGroup, unlinkGroup } from "./group-link"
import { canEdit } from "./policy"

const id = z.coerce.number().int().positive()
const link = z.strictObject({ id, group: id })

export const linkGroupAction = action({
  name: "clients.link_group",
  input: link,
  load: seenClient,
  can: canEdit,
  run: (ctx, client, { group }) => linkGroup(ctx, client, group),
})

export const unlinkGroupAction = action({
  name: "clients.unlink_group",
  input: link,
  load: seenClient,
  can: canEdit,
  run: (ctx, client, { group }) => unlinkGroup(ctx, client, group),
})

/** 检查: reads bytes, so it is limited; what came of it stands in the audit log. */
export const checkDossierAction = action({
  name: "clients.check_dossier",
  input: z.strictObject({ id }),
  prepare: ({ id: dossier }, actor) => checkSeen(actor, dossier),
  load: seenDossier,
  can: () => true,
  limit: { times: 20, per: 60 },
  run: async (ctx, { id: recordId, clientId }, _, checked) => {
    emit(ctx, {
      type: "client.dossier_checked",
      recordId,
      data: { clientId, ...checked },
      needsReview: checked.state !== "intact",
    })
    return checked
  },
})
