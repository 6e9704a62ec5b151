import { notFound } from "next/navigation"
import { connection } from "next/server"
import { ControlsColumn } from "@/app/gallery/controls-column"
import { ListsColumn } from "@/app/gallery/lists-column"
import { Look } from "@/app/gallery/look"
import { PanelsColumn } from "@/app/gallery/panels-column"
import { RowsColumn } from "@/app/gallery/rows-column"
import { SampleFrame } from "@/app/gallery/sample-frame"
import { SampleRouteDialog } from "@/app/gallery/sample-layers"
import { SampleTasks } from "@/app/gallery/sample-tasks"

export const metadata = { title: "Gallery" }

type Asked = { theme?: string; density?: string; view?: string }

/** Every part in its states, for those who draw: /gallery?theme=dark&density=compact&view=frame (or dialog) */
export default async function Gallery({ searchParams }: { searchParams: Promise<Asked> }) {
  await connection()
  if (process.env.NODE_ENV === "production" && process.env.QIBU_GALLERY !== "1") notFound()
  const { theme = "system", density = "comfortable", view } = await searchParams
  return (
    <div data-theme={theme} data-density={density} className="min-h-dvh bg-surface">
      <Look theme={theme} density={density} />
      {view === "dialog" && <SampleRouteDialog />}
      {view === "frame" ? (
        <SampleFrame>
          <SampleTasks />
        </SampleFrame>
      ) : (
        <main className="grid gap-x-10 gap-y-6 p-8 max-md:p-4 md:grid-cols-3">
          <h1 className="sr-only">Gallery</h1>
          <ControlsColumn />
          <PanelsColumn />
          <RowsColumn />
          <ListsColumn />
        </main>
      )}
    </div>
  )
}
