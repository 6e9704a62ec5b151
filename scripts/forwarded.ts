import { randomUUID } from "node:crypto"
import type { IncomingMessage } from "node:http"
import { BlockList, isIP } from "node:net"

/** The header that tells the portal the client's address; one that comes from outside is dropped. */
export const addressHeader = "x-qibu-address"

/** The request's own number, in logs and in what a person is told; given here, never by a client. */
const numberHeader = "x-qibu-request"

/** Which page is asked for, without what the framework's own script adds to find parts of it. */
const pathHeader = "x-qibu-path"

/**
 * On every request, and so on what Next asks this process for itself, with the headers of the request
 * that it answers: after an action that leads to another page, for that page.
 */
const ownHeader = "x-qibu-own"
const own = randomUUID()

const believedOnlyFromProxies = /^(x-forwarded-.*|forwarded|x-real-ip)$/
/** The framework takes from it which scripts it may name as its own. */
const policyHeader = "content-security-policy"
const internal = [addressHeader, numberHeader, pathHeader, ownHeader, policyHeader].join("|")
const trace = new RegExp(`^(${internal}|forwarded|x-real-ip)$`)

export type Trust = (address: string) => boolean

/** Whether an address belongs to one of the `networks` (addresses or CIDR, IPv4 or IPv6). */
export function trustOf(networks: string[]): Trust {
  const list = new BlockList()
  for (const network of networks) {
    const [address = "", bits] = network.split("/")
    const family = familyOf(address)
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address))
}

/**
 * Rewrites the request's headers before the portal sees them: forwarded ones stay only when the
 * socket belongs to a trusted proxy, and `x-qibu-address` is set to the client's address, which is
 * the last entry of X-Forwarded-For that no trusted proxy wrote about itself. Each request gets a
 * number, and the path that it asks for. What this process asks itself stays the client's, with its
 * number, and is answered as it is: to compress it and read it again took longer than the page.
 */
export function settleAddress(request: IncomingMessage, trusted: Trust): void {
  if (request.headers[ownHeader] === own) {
    dropHeaders(request, new RegExp(`^(${pathHeader}|${policyHeader}|accept-encoding)$`))
    put(request, pathHeader, wanted(request))
    return
  }
  const socket = plain(request.socket.remoteAddress ?? "")
  const proxied = trusted(socket)
  const chain = String(request.headers["x-forwarded-for"] ?? "")
  const drop = proxied ? trace : new RegExp(`${believedOnlyFromProxies.source}|${trace.source}`)
  dropHeaders(request, drop)
  put(request, addressHeader, proxied ? clientIn(chain, socket, trusted) : socket)
  put(request, numberHeader, randomUUID())
  put(request, pathHeader, wanted(request))
  put(request, ownHeader, own)
}

/** The address of the page that is asked for, or a part of which is, as the framework reads it. */
function wanted({ url = "/" }: IncomingMessage): string {
  const { pathname = "/", search = "" } = URL.parse(url, "http://portal") ?? {}
  return (
    pathname +
    search.replace(/([?&])_rsc(=[^&]*)?(&|$)/, (_, before, _value, after) => (after ? before : ""))
  )
}

export function put(request: IncomingMessage, name: string, value: string): void {
  request.headers[name] = value
  request.rawHeaders.push(name, value)
}

function clientIn(chain: string, socket: string, trusted: Trust): string {
  const entries = chain.split(",").map((entry) => plain(withoutPort(entry.trim())))
  let nearest = socket
  for (const entry of entries.reverse()) {
    if (isIP(entry) === 0) return nearest
    nearest = entry
    if (!trusted(entry)) return nearest
  }
  return nearest
}

function dropHeaders(request: IncomingMessage, drop: RegExp): void {
  const raw = request.rawHeaders
  for (let at = raw.length - 2; at >= 0; at -= 2) {
    const name = raw[at]?.toLowerCase() ?? ""
    if (drop.test(name)) raw.splice(at, 2)
  }
  for (const name of Object.keys(request.headers)) {
    if (drop.test(name)) delete request.headers[name]
  }
}

/** Some proxies write the client's port too: `1.2.3.4:5678`, `[fd00::7]:5678`. */
const withoutPort = (entry: string): string =>
  entry.replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1").replace(/^\[([^\]]+)\](?::\d+)?$/, "$1")

/** IPv4 clients of a dual-stack socket arrive as ::ffff:1.2.3.4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "")
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4"
}
