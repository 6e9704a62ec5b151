import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { type Settings, settings } from "@/lib/platform/settings"
import { changeSetting, keptSecret } from "./changing"

/** Whatever was entered for a server before; an empty address takes all of it away. */
export async function setMailServer(ctx: Ctx, typed: Settings["smtp"]): Promise<void> {
  const { smtp: before } = await settings()
  const same = typed.host === before.host && typed.user === before.user
  const secret = { field: "password", typed: typed.password, stored: before.password, same }
  if (typed.host === "") return changeSetting(ctx, "smtp", { ...typed, user: "", password: "" })
  const password = typed.user === "" ? "" : keptSecret(secret)
  return changeSetting(ctx, "smtp", { ...typed, password })
}

export async function setCompanyAccounts(ctx: Ctx, typed: Settings["oidc"]): Promise<void> {
  const { oidc: before } = await settings()
  const none = { issuer: "", clientId: "", clientSecret: "" }
  if (typed.issuer === "") return changeSetting(ctx, "oidc", none)
  const clientSecret = keptSecret({
    field: "clientSecret",
    typed: typed.clientSecret,
    stored: before.clientSecret,
    same: typed.issuer === before.issuer && typed.clientId === before.clientId,
  })
  if (clientSecret === "") needed("clientSecret")
  return changeSetting(ctx, "oidc", { ...typed, clientSecret })
}

export async function setFileStore(ctx: Ctx, typed: Settings["s3"]): Promise<void> {
  const { s3: before } = await settings()
  const none = { endpoint: "", bucket: "", region: "", accessKey: "", secretKey: "" }
  if (typed.endpoint === "") return changeSetting(ctx, "s3", none)
  const secretKey = keptSecret({
    field: "secretKey",
    typed: typed.secretKey,
    stored: before.secretKey,
    same: typed.endpoint === before.endpoint && typed.accessKey === before.accessKey,
  })
  if (secretKey === "") needed("secretKey")
  return changeSetting(ctx, "s3", { ...typed, secretKey })
}

const needed = (field: string) => refuse("invalid", { fields: { [field]: "errors.required" } })
