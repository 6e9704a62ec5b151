/** How long the server waits for requests, and how long it may take to stop in all (ms). */
const requestsEnd = 3_000
const deadline = 4_800

const upgraded = new WeakMap()

/** Remembers sockets that leave HTTP (live reload); closing the server would wait for them for ever. */
export function followUpgrades(server) {
  const sockets = new Set()
  upgraded.set(server, sockets)
  server.on("upgrade", (_, socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
  })
}

/**
 * Stops an HTTP server that has open streams.
 * `beforeEnd({ drained })` is told at once, so that it closes its streams and stops its work;
 * `drained` resolves when no request is left, and only then may it close the database.
 * @returns true when everything ended in time.
 */
export async function stopServer(server, beforeEnd) {
  const drained = drain(server)
  const work = Promise.all([drained, beforeEnd?.({ drained })]).then(() => true)
  return Promise.race([work, after(deadline).then(() => false)])
}

function drain(server) {
  const closed = new Promise((done) => server.close(done))
  server.closeIdleConnections()
  for (const socket of upgraded.get(server) ?? []) socket.destroy()
  const sweeping = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), requestsEnd)
  return closed.then(() => {
    clearInterval(sweeping)
    clearTimeout(cut)
  })
}

function after(ms) {
  return new Promise((done) => {
    setTimeout(done, ms).unref()
  })
}
