"use client"

import { Button } from "@/components/ui/button"

// An error page has no server part to bring its words: both languages stand here, the page's is shown.
const words = {
  zh: {
    title: "这个页面出了问题",
    hint: "已经记录。请再试一次；告诉技术支持时请附上编号",
    again: "再试一次",
  },
  en: {
    title: "Something went wrong with this page",
    hint: "It has been recorded. Please try again; give support this number:",
    again: "Try again",
  },
}

export function Failed({ digest, again }: { digest: string; again: () => void }) {
  const t =
    typeof document !== "undefined" && document.documentElement.lang === "en" ? words.en : words.zh
  return (
    <div role="alert" className="px-8 py-12 max-md:px-4">
      <h1 className="text-title">{t.title}</h1>
      <p className="mt-2 text-ui text-ink-2">
        {t.hint} {digest}
      </p>
      <div className="mt-5">
        <Button tone="primary" size="m" onClick={again}>
          {t.again}
        </Button>
      </div>
    </div>
  )
}
