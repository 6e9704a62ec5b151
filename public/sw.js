/* Shows what the portal has to say when it isn't open. It keeps nothing and serves nothing. */

self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))

self.addEventListener("push", (event) => {
  event.waitUntil(show(event.data?.json() ?? {}))
})

async function show({ title = "齐步", body = "", url = "/", tag, heard }) {
  if (heard) await sayHeard(heard)
  const open = await self.clients.matchAll({ type: "window" })
  // Who looks at the portal sees it there.
  if (!heard && open.some((client) => client.focused)) return
  await self.registration.showNotification(title, {
    body,
    tag,
    icon: "/icons/icon-192.png",
    badge: "/icons/icon-32.png",
    data: { url },
  })
}

const sayHeard = (heard) =>
  fetch("/settings/notifications/heard", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(heard),
  }).catch(() => undefined)

self.addEventListener("notificationclick", (event) => {
  event.notification.close()
  const url = new URL(event.notification.data?.url ?? "/", self.location.origin)
  // The portal's public address may differ from the one that this browser uses.
  event.waitUntil(go(url.pathname + url.search))
})

async function go(path) {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true })
  const [page] = open
  if (!page) return self.clients.openWindow(path)
  await page.focus()
  return page.navigate(path)
}
