/** A second process of the portal with one open page; prints what that page hears, line by line. */
import "@/lib/modules"
import { engine } from "@/db/engine"
import { open } from "@/lib/platform/live"
import { hearOthers } from "@/lib/platform/live-others"

const [topics = ""] = process.argv.slice(2)
open({
  id: "page",
  personId: 0,
  sessionId: 0,
  topics: new Set(topics.split(",")),
  send: (frame) => {
    console.log(JSON.stringify(frame))
    return true
  },
  close: () => {},
})
await hearOthers()
console.log(JSON.stringify("listening"))
process.stdin.on("end", () => void engine().close())
process.stdin.resume()
