// One stream for all tabs of a browser. Each tab says which topics it shows.
const tabs = new Map()
let source = null
let streamId = null
let told = new Set()
let lastId = ""
// Of the page that opened the stream: what it knows already.
let firstSince
// Since when something may have been missed, until the server has told it again: a stream that is lost
// before that leaves it to the next.
let owed

const wanted = () => new Set([...tabs.values()].flatMap((topics) => [...topics]))

function spread(news) {
  for (const port of tabs.keys()) port.postMessage(news)
}

// `since`: what came after this frame is told again, of the topics in `fresh` or of all.
async function tell(since, fresh) {
  if (!streamId) return
  const now = wanted()
  const add = [...now].filter((topic) => !told.has(topic))
  const remove = [...told].filter((topic) => !now.has(topic))
  if (add.length + remove.length === 0 && since === undefined) return
  const stream = streamId
  const answer = await fetch("/events", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ stream: streamId, add, remove, since, fresh }),
  }).catch(() => null)
  if (answer?.status === 401) return spread({ type: "end", reason: (await answer.json()).reason })
  if (answer?.status === 404) {
    // The server has forgotten this stream: another one.
    missed(fresh)
    close()
    return open()
  }
  if (!answer || answer.status >= 500) {
    setTimeout(() => (stream === streamId ? tell(since, fresh) : missed(fresh)), 2000)
    return
  }
  if (!answer.ok) return
  if (stream === streamId && since === owed) owed = undefined
  told = now
  const { refused } = await answer.json()
  for (const topic of refused) spread({ type: "lost", topic })
  if (add.length > 0) spread({ type: "listening", topics: add })
}

// A page that came while its stream was lost: it reads itself again.
function missed(fresh) {
  if (fresh) spread({ type: "change", topics: fresh })
}

// What the server keeps nowhere can't be told again: one's own reading, what was dealt with in the
// inbox. It is read again.
function unkept() {
  const topics = [...wanted()].filter((topic) => /^(own|inbox):/.test(topic))
  if (topics.length > 0) spread({ type: "change", topics })
}

function open() {
  if (source) return
  source = new EventSource("/events")
  source.addEventListener("hello", (event) => {
    // A connection that was lost: what happened meanwhile is told again.
    const again = streamId !== null
    const since = owed ?? (again ? lastId : firstSince)
    owed = since
    streamId = JSON.parse(event.data).stream
    lastId = event.lastEventId
    told = new Set()
    tell(since)
    if (again) unkept()
  })
  source.addEventListener("change", (event) => {
    if (event.lastEventId) lastId = event.lastEventId
    spread({ type: "change", ...JSON.parse(event.data) })
  })
  // What travels whole, and what only passes by: their names are the server's.
  for (const name of ["message", "reading", "typing", "here", "writing"])
    source.addEventListener(name, (event) => {
      if (event.lastEventId) lastId = event.lastEventId
      spread({ type: "whole", name, ...JSON.parse(event.data) })
    })
  source.addEventListener("lost", (event) => spread({ type: "lost", ...JSON.parse(event.data) }))
  source.addEventListener("reset", () => spread({ type: "reset" }))
  source.addEventListener("end", (event) => {
    const { reason } = JSON.parse(event.data)
    close()
    if (reason === "stopping" || reason === "slow") setTimeout(open, 500 + Math.random() * 2500)
    else spread({ type: "end", reason })
  })
  source.onerror = () => {
    if (source?.readyState === EventSource.CLOSED) ask()
  }
}

function close() {
  source?.close()
  source = null
}

/** The stream was refused: because nobody is signed in, or because the server is away. */
async function ask() {
  close()
  const answer = await fetch("/events?why=1").catch(() => null)
  if (answer?.status === 401) return spread({ type: "end", reason: (await answer.json()).reason })
  setTimeout(() => tabs.size > 0 && open(), 1000 + Math.random() * 4000)
}

function hear(port, message) {
  const before = tabs.get(port)
  const fresh = (message.topics ?? []).filter((topic) => !before?.has(topic))
  if (message.gone) tabs.delete(port)
  else tabs.set(port, new Set(message.topics))
  if (tabs.size === 0) {
    close()
    streamId = null
    lastId = ""
    firstSince = undefined
    owed = undefined
    return
  }
  if (streamId === null) firstSince ??= message.since
  open()
  if (fresh.length > 0) tell(message.since, fresh)
  else tell()
}

if ("SharedWorkerGlobalScope" in self) {
  self.onconnect = ({ ports: [port] }) => {
    port.onmessage = (event) => hear(port, event.data)
    port.start()
  }
} else self.onmessage = (event) => hear(self, event.data)
