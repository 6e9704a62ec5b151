import type { Metadata, Viewport } from "next"
import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { KeptFocus } from "@/components/shell/kept-focus"
import { currentLook } from "@/lib/platform/look"
import "./globals.css"

export async function generateMetadata(): Promise<Metadata> {
  const product = (await getTranslations("shell"))("product")
  return { ...page, title: { default: product, template: `%s · ${product}` } }
}

const page: Metadata = {
  manifest: "/manifest.webmanifest",
  icons: { icon: "/icons/icon-32.png", apple: "/icons/apple-touch-icon.png" },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, look] = await Promise.all([getLocale(), currentLook()])
  return (
    <html
      lang={locale === "zh" ? "zh-CN" : "en"}
      data-theme={look.theme}
      data-density={look.density}
    >
      <body>
        {children}
        <KeptFocus />
      </body>
    </html>
  )
}
