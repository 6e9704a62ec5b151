"use client"

import { Failed, shownLanguage } from "@/components/shell/failed"
import "./globals.css"

/** Not even the frame could be made: whose page it is isn't known. */
export default function NothingWorks(failed: Parameters<typeof Failed>[0]) {
  return (
    <html lang={shownLanguage() === "zh" ? "zh-CN" : "en"}>
      <body>
        <main>
          <Failed {...failed} />
        </main>
      </body>
    </html>
  )
}
