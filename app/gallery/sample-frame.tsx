"use client"

import type { ReactNode } from "react"
import { sampleNav, sampleWords } from "@/app/gallery/sample-nav"
import { Frame } from "@/components/shell/frame"
import type { PaletteGroup } from "@/components/shell/frame-words"

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

export function SampleFrame({ children }: { children: ReactNode }) {
  return (
    <Frame
      nav={sampleNav}
      company="栖木软件"
      me={{ id: 5, name: "柯南星" }}
      words={sampleWords}
      create={[
        { href: "/tasks/new", label: "新建任务", icon: "circle-check", keys: "c" },
        { href: "/matters/new", label: "新建事项", icon: "arrow-left-right" },
      ]}
      inbox={{ href: "/inbox", count: 6 }}
      settings="/settings"
      signOut="/logout"
      search={search}
      actions={[{ href: "/tasks/new", label: "新建任务", icon: "plus", keys: "c" }]}
    >
      {children}
    </Frame>
  )
}
