import { emit } from "@/lib/platform/events"
import { writeSetting } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"

/** Enters the company's mail server as an administrator would; an empty host takes it away. */
export async function useMailServer(host: string, port: number): Promise<void> {
  const smtp = {
    host,
    port: port,
    secure: false,
    user: "",
    password: "",
    from: "齐步 <qibu@qimu.example>",
  }
  await writeAsSystem("test", async (ctx) => {
    await writeSetting(ctx, "smtp", smtp)
    emit(ctx, { type: "settings.changed", recordId: 0 })
  })
}

/** What a mail program shows of a raw mail. */
export const bodyOf = (raw: string) =>
  raw
    .replace(/^[A-Za-z0-9+/\r\n]{60,}={0,2}$/gm, (part) =>
      Buffer.from(part, "base64").toString("utf8"),
    )
    .replaceAll("=\r\n", "")
    .replace(/(=[0-9A-F]{2})+/g, (part) =>
      Buffer.from(part.replaceAll("=", ""), "hex").toString("utf8"),
    )
/** A subject header as people read it. */
export const subjectOf = (subject = "") =>
  subject.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=\s*/gi, (_, how: string, part: string) =>
    how.toUpperCase() === "B" ? Buffer.from(part, "base64").toString("utf8") : unquoted(part),
  )
const unquoted = (part: string) =>
  decodeURIComponent(part.replaceAll("_", " ").replaceAll("=", "%"))
