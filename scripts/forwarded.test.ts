import { createServer, type IncomingHttpHeaders, request } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "vitest"
import { settleAddress, trustOf } from "@/scripts/forwarded"

test("forwarded headers of a client that is no trusted proxy are dropped", async () => {
  const seen = await send([], {
    "X-Forwarded-For": "9.9.9.9",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "evil.example",
    Forwarded: "for=9.9.9.9",
    "X-Real-IP": "9.9.9.9",
    "X-Qibu-Address": "9.9.9.9",
  })
  expect(JSON.stringify(seen)).not.toMatch(/9\.9\.9\.9|evil/)
  expect(seen.headers["x-forwarded-proto"]).toBeUndefined()
  expect(seen.headers["x-qibu-address"]).toBe("127.0.0.1")
})

test("a trusted proxy is believed about protocol, host and client", async () => {
  const seen = await send(["127.0.0.0/8"], {
    "X-Forwarded-For": "9.9.9.9",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "portal.example.cn",
  })
  expect(seen.headers["x-forwarded-proto"]).toBe("https")
  expect(seen.headers["x-forwarded-host"]).toBe("portal.example.cn")
  expect(seen.headers["x-qibu-address"]).toBe("9.9.9.9")
})

test("what a client wrote in front of the proxy's entry is not believed", async () => {
  const seen = await send(["127.0.0.1"], { "X-Forwarded-For": "1.1.1.1, 9.9.9.9" })
  expect(seen.headers["x-qibu-address"]).toBe("9.9.9.9")
})

test("a chain of trusted proxies is followed to the client", async () => {
  const trusted = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"]
  const seen = await send(trusted, { "X-Forwarded-For": "9.9.9.9, fd00::7, ::ffff:10.1.2.3" })
  expect(seen.headers["x-qibu-address"]).toBe("9.9.9.9")
})

test("a proxy that writes the client's port beside the address is understood", async () => {
  for (const [written, address] of [
    ["1.1.1.1, 9.9.9.9:40112", "9.9.9.9"],
    ["[2001:db8::9]:40112", "2001:db8::9"],
    ["[2001:db8::9]", "2001:db8::9"],
  ] as const) {
    const seen = await send(["127.0.0.1"], { "X-Forwarded-For": written })
    expect(seen.headers["x-qibu-address"]).toBe(address)
  }
})

test("an entry that is no address ends the chain at the proxy that passed it on", async () => {
  const seen = await send(["127.0.0.1"], { "X-Forwarded-For": "unknown" })
  expect(seen.headers["x-qibu-address"]).toBe("127.0.0.1")
})

test("a client can't set the internal address header, not even through a trusted proxy", async () => {
  const seen = await send(["127.0.0.1"], { "X-Qibu-Address": "9.9.9.9" })
  expect(seen.headers["x-qibu-address"]).toBe("127.0.0.1")
  expect(seen.raw.filter((name) => name.toLowerCase() === "x-qibu-address")).toHaveLength(1)
})

test("every request has a number of its own, which a client can't choose", async () => {
  const seen = [await send([], { "X-Qibu-Request": "mine" }), await send(["127.0.0.1"], {})]
  const numbers = seen.map(({ headers }) => headers["x-qibu-request"])
  expect(numbers).toEqual([
    expect.stringMatching(/^[\da-f-]{36}$/),
    expect.stringMatching(/^[\da-f-]{36}$/),
  ])
  expect(new Set(numbers).size).toBe(2)
  expect(JSON.stringify(seen)).not.toContain("mine")
})

test("what the portal asks itself in answering a client stays that client's; nobody else can say so", async () => {
  const proxied = { "X-Forwarded-For": "9.9.9.9", "X-Forwarded-Proto": "https" }
  const client = await send(["127.0.0.1"], { ...proxied, "Accept-Encoding": "gzip" })
  const { "x-qibu-own": own, "x-qibu-request": number } = client.headers
  const copied = {
    ...proxied,
    ...{ "X-Qibu-Address": "9.9.9.9", "X-Qibu-Request": String(number), "X-Qibu-Path": "/before" },
    "Accept-Encoding": "gzip",
  }
  const inside = await send([], { ...copied, "X-Qibu-Own": String(own) })
  expect(inside.headers).toMatchObject({
    ...{ "x-qibu-address": "9.9.9.9", "x-qibu-request": number, "x-qibu-path": "/" },
    "x-forwarded-proto": "https",
  })
  // It is read on the spot.
  expect(inside.headers["accept-encoding"]).toBeUndefined()
  const pretended = await send([], { ...copied, "X-Qibu-Own": "mine" })
  expect(pretended.headers["x-qibu-address"]).toBe("127.0.0.1")
  expect(JSON.stringify(pretended)).not.toMatch(/9\.9\.9\.9|mine|before/)
})

test("the page asked for is known without what the framework's own script adds to its address", async () => {
  const path = async (url: string) => (await send([], {}, url)).headers["x-qibu-path"]
  expect(await path("/tasks?view=all&sort=due")).toBe("/tasks?view=all&sort=due")
  expect(await path("/tasks?view=all&_rsc=1x2")).toBe("/tasks?view=all")
  expect(await path("/tasks?_rsc=1x2&view=all")).toBe("/tasks?view=all")
  expect(await path("/tasks?_rsc")).toBe("/tasks")
})

test("which scripts a page may run is never a client's to say", async () => {
  const policy = "script-src 'nonce-mine'"
  expect(JSON.stringify(await send([], { "Content-Security-Policy": policy }))).not.toContain(
    "mine",
  )
})

interface Seen {
  headers: IncomingHttpHeaders
  raw: string[]
}

/** What the portal would see of a request with these headers, sent over a real socket. */
function send(trusted: string[], headers: Record<string, string>, path = "/"): Promise<Seen> {
  const trust = trustOf(trusted)
  return new Promise((done, fail) => {
    const server = createServer((incoming, answer) => {
      settleAddress(incoming, trust)
      done({ headers: incoming.headers, raw: incoming.rawHeaders })
      answer.end()
      server.close()
    })
    server.listen(0, "127.0.0.1", () => {
      const address: AddressInfo | string | null = server.address()
      if (address === null || typeof address === "string") return fail(new Error("no port"))
      request({ port: address.port, host: "127.0.0.1", path, headers }).on("error", fail).end()
    })
  })
}
