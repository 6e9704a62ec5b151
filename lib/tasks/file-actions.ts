"use server"

import { action } from "@/lib/action"
import { addFiles, removeFile } from "./attaching"
import { attachedFiles, removedFile } from "./inputs-detail"
import { canComment, canReport } from "./policy"
import { seenTask } from "./task"

export const addFilesAction = action({
  name: "tasks.file_add",
  input: attachedFiles,
  load: seenTask,
  can: canReport,
  run: (ctx, task, { files }) => addFiles(ctx, task, files),
})

export const removeFileAction = action({
  name: "tasks.file_remove",
  input: removedFile,
  load: seenTask,
  can: canComment,
  run: (ctx, task, { file }) => removeFile(ctx, task, file),
})
