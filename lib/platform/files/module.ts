import type { Module } from "../module"
import { fileWords } from "./file-words"

const aboutFile = { kind: "file" } as const

/** Files have no page of their own: they are seen through the record they hang on. */
export const files: Module = {
  name: "files",
  uses: [],
  said: fileWords,
  events: {
    "file.added": aboutFile,
    "file.attached": aboutFile,
    "file.removed": aboutFile,
  },
}
