/**
 * The push services of Chrome, Firefox, Edge and Safari. A portal posts only to these and to what
 * administrators add: a browser names the address, and it mustn't be one inside the company.
 */
export const usualServices = [
  "fcm.googleapis.com",
  "*.push.services.mozilla.com",
  "*.notify.windows.com",
  "*.push.apple.com",
] as const

/**
 * Whether a browser's push address belongs to a service that is allowed.
 * @param allowed hosts (`*.` for any name below), reached by https, or whole origins
 */
export function isPushService(endpoint: string, allowed: readonly string[]): boolean {
  const url = URL.parse(endpoint)
  if (!url || url.username || url.password) return false
  return allowed.some((service) => {
    if (service.includes("://")) return url.origin === service
    if (url.protocol !== "https:" || url.port !== "") return false
    return service.startsWith("*.")
      ? url.hostname.endsWith(service.slice(1))
      : url.hostname === service
  })
}
