/** What an open stream has sent so far. */
export interface Heard {
  events: { event: string; data: Record<string, unknown>; id?: string }[]
  /** When it ended (ms of `performance.now`), or that it hasn't. */
  ended: number | null
}

/** Reads a live stream as a browser does, until it ends. */
export function hearStream(body: ReadableStream<Uint8Array> | null): Heard {
  const heard: Heard = { events: [], ended: null }
  void read(body, heard).finally(() => {
    heard.ended = performance.now()
  })
  return heard
}

async function read(body: ReadableStream<Uint8Array> | null, heard: Heard): Promise<void> {
  let waiting = ""
  const decoder = new TextDecoder()
  try {
    for await (const piece of body ?? []) {
      const frames = (waiting + decoder.decode(piece, { stream: true })).split("\n\n")
      waiting = frames.pop() ?? ""
      for (const frame of frames) heard.events.push(...eventIn(frame))
    }
  } catch {
    // Cut off: `ended` says when.
  }
}

function eventIn(frame: string): Heard["events"] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(frame)?.[1]
  const event = field("event")
  if (!event) return []
  const id = field("id")
  return [{ event, data: JSON.parse(field("data") ?? "{}"), ...(id === undefined ? {} : { id }) }]
}

/** The stream's own id, which `hello` says. */
export const streamId = (heard: Heard): string => String(heard.events[0]?.data.stream ?? "")
