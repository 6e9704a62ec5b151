import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto"
import { createServer } from "node:http"
import { portOf } from "./port"

interface Received {
  /** Which browser's address it was posted to. */
  path: string
  ttl: number
  /** Whether the portal signed it with the key it names, for this service. */
  signed: boolean
  key: string
  /** As the browser decrypts it. */
  message: Record<string, unknown>
  raw: Buffer
}

/** A browser's half: what it tells the portal, and what it decrypts with (RFC 8291). */
interface Browser {
  endpoint: string
  publicKey: string
  auth: string
}

/** A push service on this machine. It keeps what it gets, and answers with `state.status`. */
export async function startPushService() {
  const received: Received[] = []
  const state = { status: 201 }
  const keys = new Map<string, { pair: ECDH; auth: Buffer }>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const path = request.url ?? ""
    const raw = Buffer.concat(chunks)
    const known = keys.get(path)
    if (known && state.status < 300)
      received.push({
        ...{ path, raw, ttl: Number(request.headers.ttl) },
        ...whoSigned(request.headers.authorization ?? "", origin()),
        message: JSON.parse(decrypted(raw, known.pair, known.auth)),
      })
    response.writeHead(state.status).end()
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const origin = () => `http://127.0.0.1:${portOf(server)}`
  return {
    origin: origin(),
    received,
    state,
    browser(name: string): Browser {
      const pair = createECDH("prime256v1")
      const publicKey = pair.generateKeys("base64url")
      const auth = randomBytes(16)
      keys.set(`/${name}`, { pair, auth })
      return { endpoint: `${origin()}/${name}`, publicKey, auth: auth.toString("base64url") }
    },
    stop: () => new Promise((done) => server.close(done)),
  }
}

/** RFC 8292: `vapid t=<token>, k=<public key>`. */
function whoSigned(header: string, audience: string): { signed: boolean; key: string } {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header) ?? []
  const [head = "", claims = "", signature = ""] = token.split(".")
  const point = Buffer.from(key, "base64url")
  const jwk = {
    ...{ kty: "EC", crv: "P-256" },
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  }
  const signed = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  )
  const { aud } = JSON.parse(Buffer.from(claims, "base64url").toString())
  return { signed: signed && aud === audience, key }
}

/** RFC 8188 with the keys of RFC 8291. */
function decrypted(body: Buffer, pair: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + body.readUInt8(20))
  const sealed = body.subarray(21 + sender.length)
  const shared = pair.computeSecret(sender)
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), sender])
  const secret = Buffer.from(hkdfSync("sha256", shared, auth, info, 32))
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync("sha256", secret, salt, `Content-Encoding: ${name}\0`, length))
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12))
  decipher.setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString()
}
