import type { ReactNode } from "react"
import { searchPalette } from "@/components/search/search-palette"
import { Frame } from "@/components/shell/frame"
import { frameData } from "@/components/shell/frame-data"
import { LiveRegion } from "@/components/shell/live-region"
import { SearchField } from "@/components/shell/search-field"

/** The frame around every page of the portal, with the stream that keeps it true. */
export async function PortalFrame({ children }: { children: ReactNode }) {
  const { live, actions, ...data } = await frameData()
  return (
    <LiveRegion topics={live.topics} words={live.words} whole>
      <Frame
        {...data}
        search={
          <SearchField
            label={data.words.search}
            words={data.words.palette}
            search={searchPalette}
            actions={actions}
          />
        }
      >
        {children}
      </Frame>
    </LiveRegion>
  )
}
