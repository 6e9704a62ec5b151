import { createServer } from "node:http"
import Provider from "oidc-provider"
import { portOf } from "./port"

/** What the portal is told of the provider below. */
export const companyClient = { clientId: "qibu", clientSecret: "a-secret-of-the-company" }

/**
 * A real identity provider on a free port that lets everybody in as the one it vouches for.
 * `vouchedFor` may be changed while it runs.
 * @param portal the origin that it leads back to
 */
export async function startIdentityProvider(portal: string, email: string) {
  const vouchedFor = { email, email_verified: true }
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const issuer = `http://127.0.0.1:${portOf(server)}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: companyClient.clientId,
        client_secret: companyClient.clientSecret,
        redirect_uris: [`${portal}/api/auth/callback/company`],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...vouchedFor }) }),
    cookies: { keys: ["only for this test"] },
    features: { devInteractions: { enabled: true } },
  })
  server.on("request", provider.callback())
  const stop = () => {
    server.closeAllConnections()
    return new Promise<void>((done) => server.close(() => done()))
  }
  return { issuer, vouchedFor, stop }
}
