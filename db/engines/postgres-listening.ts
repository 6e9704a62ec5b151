import pg from "pg"

export interface Listener {
  close(): Promise<void>
}

/** Milliseconds between attempts to connect again; the last one repeats. */
const pauses = [100, 500, 1_000, 2_000, 5_000]

/**
 * Listens on a channel and goes on after the connection was lost.
 * @param url postgres://…
 * @param channel a name of ours, not a person's text: it stands in the statement as it is
 * @param back called each time it listens again after a loss
 * @throws when the first connection can't be made
 */
export async function listenOn(
  url: string,
  channel: string,
  hear: (payload: string) => void,
  back?: () => void,
): Promise<Listener> {
  let closed = false
  let lost: NodeJS.Timeout | undefined
  const connected = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true })
    client.on("notification", (message) => hear(message.payload ?? ""))
    // An error is followed by "end".
    client.on("error", () => {})
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    client.once("end", () => again(0))
    return client
  }
  const again = (attempt: number): void => {
    if (closed) return
    lost = setTimeout(() => void reconnect(attempt), pauses[Math.min(attempt, pauses.length - 1)])
    lost.unref()
  }
  const reconnect = async (attempt: number): Promise<void> => {
    try {
      current = await connected()
    } catch {
      return again(attempt + 1)
    }
    if (closed) await current.end()
    else back?.()
  }
  let current = await connected()
  return {
    close: async () => {
      closed = true
      clearTimeout(lost)
      await current.end().catch(() => {})
    },
  }
}
