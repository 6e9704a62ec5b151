import { env } from "./env"

/**
 * The portal's own origin, for links in mails and on paper: the configured address, never the
 * `Host` that a request claims. Without one it is this machine.
 */
export const siteAddress = (): string => env().url ?? `http://localhost:${env().port}`

/**
 * A path of this site to go to after signing in.
 * @param wanted anything a visitor may have put into the address
 * @returns the path with its query, or "/" when it leads elsewhere
 */
export function ownPath(wanted: unknown): string {
  const home = "http://own.invalid"
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return "/"
  if (/^\/[/\\]/.test(wanted) || hasControls(wanted)) return "/"
  const url = URL.parse(wanted, home)
  if (!url || url.origin !== home || url.pathname.startsWith("//")) return "/"
  return `${url.pathname}${url.search}`
}

const hasControls = (text: string): boolean =>
  [...text].some((sign) => sign < " " || sign === "\u007f")
