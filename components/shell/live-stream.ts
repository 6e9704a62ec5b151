"use client"

/** What the stream says to a page: something it shows changed, is lost to it, or it all ended. */
export type LiveNews =
  | { type: "change"; topics: string[] }
  /** From now on nothing of these topics is missed; what came before may have been. */
  | { type: "listening"; topics: string[] }
  | { type: "whole"; name: string; topic: string; data: unknown }
  | { type: "lost"; topic: string }
  | { type: "reset" }
  | { type: "end"; reason: string }

type Hear = (news: LiveNews) => void

interface Line {
  post(topics: string[], since?: string): void
}

const listeners = new Map<Hear, Set<string>>()
let line: Line | undefined

/**
 * Hears of topics until the returned function is called. All tabs of a browser share one stream.
 * @param since the frame until which the page knows everything: what came after it is told again
 */
export function hearOf(topics: readonly string[], hear: Hear, since?: string): () => void {
  listeners.set(hear, new Set(topics))
  line ??= connect()
  tellTopics(since)
  return () => {
    listeners.delete(hear)
    tellTopics()
  }
}

const tellTopics = (since?: string) =>
  line?.post([...new Set([...listeners.values()].flatMap((set) => [...set]))], since)

function spread(news: LiveNews): void {
  for (const [hear, topics] of listeners) {
    const many = news.type === "change" || news.type === "listening"
    if (many && !news.topics.some((topic) => topics.has(topic))) continue
    if ((news.type === "lost" || news.type === "whole") && !topics.has(news.topic)) continue
    hear(news)
  }
}

function connect(): Line {
  const script = "/live-worker.js"
  if (typeof SharedWorker === "undefined") {
    // Some phones have no shared workers: the tab then has a stream of its own.
    const worker = new Worker(script)
    worker.onmessage = (event) => spread(event.data)
    worker.onerror = connectLater
    return { post: (topics, since) => worker.postMessage({ topics, since }) }
  }
  const worker = new SharedWorker(script, "qibu-live")
  worker.onerror = connectLater
  const { port } = worker
  port.onmessage = (event) => spread(event.data)
  port.start()
  addEventListener("pagehide", () => port.postMessage({ gone: true }))
  addEventListener("pageshow", (event) => {
    if (event.persisted) tellTopics()
  })
  return { post: (topics, since) => port.postMessage({ topics, since }) }
}

const pause = 3_000

/** The connection was lost before the script had come: it is fetched again. */
function connectLater(): void {
  setTimeout(() => {
    line = connect()
    tellTopics()
  }, pause)
}
