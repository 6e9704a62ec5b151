import type { Module } from "../module"

const aboutFile = { kind: "file" } as const

/** Files have no page of their own: they are seen through the record they hang on. */
export const files: Module = {
  name: "files",
  uses: [],
  events: {
    "file.added": aboutFile,
    "file.attached": aboutFile,
    "file.removed": aboutFile,
  },
}
