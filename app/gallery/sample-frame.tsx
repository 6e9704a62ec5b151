import type { ReactNode } from "react"
import { sampleNav, sampleWords } from "@/app/gallery/sample-nav"
import { SampleSearch } from "@/app/gallery/sample-search"
import { Frame } from "@/components/shell/frame"

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
      search={<SampleSearch />}
    >
      {children}
    </Frame>
  )
}
