import { createServer, type Server } from "node:net"

/** The port a server on a free port was given. */
export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("the server has no port")
  return address.port
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const port = portOf(server)
  await new Promise((done) => server.close(done))
  return port
}
