import type { Locale } from "./actor"
import { registry } from "./registry"

/** What a kind of record, or something that happens, is called: `task`, `task.created`. */
export const saidOf = (code: string, locale: Locale): string =>
  registry()
    .modules.map(({ said }) => said?.[locale][code])
    .find(Boolean) ?? ""
