import { Agent, type IncomingMessage, request } from "node:http"

export interface Listening {
  /** Milliseconds (`performance.now()`) at which each change arrived since the last `take`. */
  take(): number[]
  close(): void
}

/** A frame as it came. */
export interface Frame {
  event: string
  data: string
  /** Where the stream can be taken up again. */
  id: string
}

/**
 * An open event stream.
 * @param hear told of every frame after the first; what it says yes to counts as a change
 * @returns once its first frame has come, with what that frame said
 */
export function listen(
  agent: Agent,
  port: number,
  path: string,
  cookie: string,
  hear: (frame: Frame) => boolean = ({ event }) => event === "change",
): Promise<Listening & { hello: string }> {
  const arrived: number[] = []
  return new Promise((done, fail) => {
    const asked = request(
      { host: "127.0.0.1", port, path, headers: { cookie }, agent },
      (answer) => {
        const close = () => asked.destroy()
        onFrames(answer, (frame) => {
          if (frame.event === "hello")
            done({ hello: frame.data, close, take: () => arrived.splice(0) })
          else if (hear(frame)) arrived.push(performance.now())
        })
        if (answer.statusCode !== 200)
          fail(new Error(`the stream was answered with ${answer.statusCode}`))
      },
    )
    asked.on("error", fail)
    asked.end()
  })
}

function onFrames(answer: IncomingMessage, hear: (frame: Frame) => void): void {
  let rest = ""
  answer.setEncoding("utf8").on("data", (text: string) => {
    const frames = (rest + text).split("\n\n")
    rest = frames.pop() ?? ""
    for (const frame of frames) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(frame)?.[1] ?? ""
      hear({ event: field("event"), data: field("data"), id: field("id") })
    }
  })
  answer.on("error", () => {})
}

/** Each stream holds a connection of its own. */
export const streamAgent = () =>
  new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
