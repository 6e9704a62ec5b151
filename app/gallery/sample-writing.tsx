"use client"

import { sampleTags } from "@/app/gallery/sample-tags"
import type { WritingHelp } from "@/components/ui/use-writing"
import { WritingField } from "@/components/ui/writing-box"
import { usualWording } from "@/lib/platform/vague"
import { writing } from "@/lib/platform/writing-words"

const day = (date: string, at: string) => ({
  day: at,
  date,
  noon: { at: Date.parse(`${at}T12:00:00+08:00`), clock: "12:00" },
  end: { at: Date.parse(`${at}T18:00:00+08:00`), clock: "18:00" },
})

/** Days that lie ahead whenever the gallery is looked at. */
const help: WritingHelp = {
  wording: usualWording,
  timeZone: "Asia/Shanghai",
  days: [day("2099年11月24日", "2099-11-24"), day("2099年11月25日", "2099-11-25")],
  words: writing.zh,
  sensitive: { ...writing.zh.sensitive, dismiss: writing.zh.dismiss },
  tagsLabel: writing.zh.tags,
  suggestTags: async (query) => sampleTags.filter(({ name }) => name.startsWith(query)),
}

export function SampleWriting() {
  return (
    <WritingField
      name="written"
      label="模糊用语与标签"
      help={help}
      defaultValue="写出回退步骤与触发条件，尽快发到项目组 #发布"
    />
  )
}
