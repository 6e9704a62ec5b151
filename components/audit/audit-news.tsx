"use client"

import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { auditNews } from "@/lib/audit/reading"

const every = 8_000

/** Says that more has happened; the list stays as it is until it is asked for. */
export function AuditNews({ since, label }: { since: number; label: string }) {
  const router = useRouter()
  const [fresh, setFresh] = useState({ since, count: 0 })
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return
      const news = await auditNews(since).catch(() => undefined)
      // Not this person's any more: the page says so itself.
      if (news === null) router.refresh()
      else if (news) setFresh({ since, count: news.fresh })
    }, every)
    return () => clearInterval(timer)
  }, [since, router])
  const count = fresh.since === since ? fresh.count : 0
  return (
    <div role="status" className="shrink-0">
      {count > 0 && (
        <button
          type="button"
          onClick={() => router.refresh()}
          className="block w-full border-b border-line bg-accent-wash py-1.5 text-center text-control font-semibold text-accent-ink"
        >
          {label.replace("#", count >= 100 ? "99+" : String(count))}
        </button>
      )}
    </div>
  )
}
