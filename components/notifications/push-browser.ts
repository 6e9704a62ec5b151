/** Whether this browser can be woken at all, and if not, why. */
export function whetherPush(): "yes" | "insecure" | "unsupported" | "denied" {
  if (!window.isSecureContext) return "insecure"
  const known = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window
  if (!known) return "unsupported"
  return Notification.permission === "denied" ? "denied" : "yes"
}

/**
 * Asks the person, registers the service worker and subscribes.
 * @returns what the portal needs to wake this browser, or why it can't
 */
export async function subscribeHere(publicKey: string) {
  if ((await Notification.requestPermission()) !== "granted") return "denied" as const
  try {
    await navigator.serviceWorker.register("/sw.js")
    const { pushManager } = await navigator.serviceWorker.ready
    const before = await pushManager.getSubscription()
    await before?.unsubscribe()
    const { endpoint, keys } = (
      await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    ).toJSON()
    return { endpoint: endpoint ?? "", publicKey: keys?.p256dh ?? "", auth: keys?.auth ?? "" }
  } catch {
    return "failed" as const
  }
}
