"use client"

import { Button } from "@/components/ui/button"

// An error page has no server part to bring its words: both languages stand here, the page's is shown.
const words = {
  zh: {
    title: "这个页面出了问题",
    hint: "请再试一次。",
    recorded: "已经记录；告诉技术支持时请附上编号 ",
    again: "再试一次",
  },
  en: {
    title: "Something went wrong with this page",
    hint: "Please try again. ",
    recorded: "It has been recorded; give support this number: ",
    again: "Try again",
  },
}

/** Of the page, and where it couldn't even be begun, of the browser. */
export function shownLanguage(): "zh" | "en" {
  if (typeof document === "undefined") return "zh"
  return /^zh/i.test(document.documentElement.lang || navigator.language) ? "zh" : "en"
}

/** What stands in place of a page that failed; the number is the one in the log. */
export function Failed({
  error,
  reset,
}: {
  /** Without a number it failed in the browser, which nobody records. */
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = words[shownLanguage()]
  // What failed on the server has to be asked for anew; drawing it again would show the same.
  const again = () => (error.digest ? location.reload() : reset())
  return (
    <div role="alert" className="px-8 py-12 max-md:px-4">
      <h1 className="text-title">{t.title}</h1>
      <p className="mt-2 text-ui text-ink-2">
        {t.hint}
        {error.digest && t.recorded + error.digest}
      </p>
      <div className="mt-5">
        <Button tone="primary" size="m" onClick={again}>
          {t.again}
        </Button>
      </div>
    </div>
  )
}
