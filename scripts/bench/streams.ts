import { Agent, type IncomingMessage, request } from "node:http"

export interface Listening {
  /** Milliseconds (`performance.now()`) at which each change arrived since the last `take`. */
  take(): number[]
  close(): void
}

/** An open event stream. @returns once its first frame has come, with what that frame said */
export function listen(
  agent: Agent,
  port: number,
  path: string,
  cookie: string,
): Promise<Listening & { hello: string }> {
  const arrived: number[] = []
  return new Promise((done, fail) => {
    const asked = request(
      { host: "127.0.0.1", port, path, headers: { cookie }, agent },
      (answer) => {
        const close = () => asked.destroy()
        onFrames(answer, (event, data) => {
          if (event === "hello") done({ hello: data, close, take: () => arrived.splice(0) })
          if (event === "change") arrived.push(performance.now())
        })
        if (answer.statusCode !== 200)
          fail(new Error(`the stream was answered with ${answer.statusCode}`))
      },
    )
    asked.on("error", fail)
    asked.end()
  })
}

function onFrames(answer: IncomingMessage, hear: (event: string, data: string) => void): void {
  let rest = ""
  answer.setEncoding("utf8").on("data", (text: string) => {
    const frames = (rest + text).split("\n\n")
    rest = frames.pop() ?? ""
    for (const frame of frames)
      hear(/^event: (.*)$/m.exec(frame)?.[1] ?? "", /^data: (.*)$/m.exec(frame)?.[1] ?? "")
  })
  answer.on("error", () => {})
}

/** Each stream holds a connection of its own. */
export const streamAgent = () =>
  new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
