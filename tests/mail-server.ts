import { SMTPServer } from "smtp-server"
import { portOf } from "./port"

export interface Received {
  to: string[]
  /** Headers by name in small letters, unfolded. */
  headers: Map<string, string>
  raw: string
}

/** What the server says to a mail: an SMTP code from 400 on refuses it. */
type Verdict = number | "ok"

/** A real mail server on a free port. `verdict` may be changed while it runs. */
export async function startMailServer() {
  const box: Received[] = []
  const state: { verdict: Verdict; seen: number } = { verdict: "ok", seen: 0 }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_, __, done) => {
      state.seen++
      if (state.verdict === "ok") return done()
      done(Object.assign(new Error("not now"), { responseCode: state.verdict }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8")
        box.push({
          to: session.envelope.rcptTo.map((to) => to.address),
          headers: headersOf(raw),
          raw,
        })
        done()
      })
    },
  })
  server.on("error", () => {})
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const port = portOf(server.server)
  return { box, state, port, stop: () => new Promise<void>((done) => server.close(() => done())) }
}

function headersOf(raw: string): Map<string, string> {
  const lines = (raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n")
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(":")
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
    }),
  )
}
