"use client"

import { useState } from "react"
import { sendFile } from "@/components/ui/sending-file"

export interface Upload {
  key: string
  name: string
  percent: number
  id?: number
  failed?: string
}

let made = 0

/** Files on their way to the store: each is sent as soon as it is chosen. */
export function useUploads(failed: string) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const change = (key: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  const add = async (file: File) => {
    made += 1
    const key = `${made}`
    setUploads((all) => [...all, { key, name: file.name, percent: 0 }])
    try {
      const answer = await sendFile(file, (percent) => change(key, { percent }))
      if ("id" in answer) change(key, { id: answer.id, percent: 100 })
      else change(key, { failed: answer.message })
    } catch {
      change(key, { failed })
    }
  }
  return {
    uploads,
    add: (files: Iterable<File>) => {
      for (const file of files) void add(file)
    },
    drop: (key: string) => setUploads((all) => all.filter((each) => each.key !== key)),
    clear: () => setUploads([]),
    ready: uploads.every(({ id }) => id !== undefined),
  }
}
