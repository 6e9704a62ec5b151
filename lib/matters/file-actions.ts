"use server"

import { action } from "@/lib/action"
import * as attachments from "@/lib/platform/files/attachments"
import { matterFile, matterFiles } from "./inputs"
import { seenMatter } from "./matter"
import { canComment, canEdit } from "./policy"

export const addMatterFilesAction = action({
  name: "matters.file_add",
  input: matterFiles,
  load: seenMatter,
  can: canComment,
  run: (ctx, { id }, { files }) => attachments.addFiles(ctx, "matter", id, files),
})

/** Whoever sent a file, and whoever may edit the matter. */
export const removeMatterFileAction = action({
  name: "matters.file_remove",
  input: matterFile,
  load: seenMatter,
  can: canComment,
  run: (ctx, matter, { file }) =>
    attachments.removeFile(ctx, "matter", matter.id, file, canEdit(ctx.actor, matter)),
})
