"use client"

import { sampleWords } from "@/app/gallery/sample-nav"
import type { PaletteGroup } from "@/components/shell/frame-words"
import { SearchField } from "@/components/shell/search-field"

async function search(query: string): Promise<PaletteGroup[]> {
  return [
    {
      heading: "最可能",
      items: [
        {
          href: "/tasks/1",
          icon: "circle-check",
          title: `V3.2 ${query}报告：再借 1 台压测机`,
          meta: "今天 15:00",
          state: { icon: "hand", tone: "support", label: "需支持" },
        },
        {
          href: "/documents/1",
          icon: "file-text",
          title: `研发部-${query}-20261120`,
          meta: "第 2 版",
        },
      ],
    },
  ]
}

export function SampleSearch() {
  return (
    <SearchField
      label={sampleWords.search}
      words={sampleWords.palette}
      search={search}
      actions={[{ href: "/tasks/new", label: "新建任务", icon: "plus", keys: "c" }]}
    />
  )
}
