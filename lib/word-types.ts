import type {} from "next-intl"
import type { Words } from "./words"

declare module "next-intl" {
  interface AppConfig {
    Locale: "zh" | "en"
    Messages: Words
  }
}
