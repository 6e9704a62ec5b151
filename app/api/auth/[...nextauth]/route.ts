import "@/lib/modules"
import type { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { authOptions } from "@/lib/people/auth-options"
import { deviceToken, keepDevice } from "@/lib/people/browser"
import { wayCookies } from "@/lib/people/company-ways"
import { origin, overHttps } from "@/lib/platform/request"
import { secrets } from "@/lib/platform/secrets"
import { settings } from "@/lib/platform/settings"
import { siteAddress } from "@/lib/platform/site-address"

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Context): Promise<Response> {
  // next-auth knows its own address only from here; a request's Host isn't believed.
  process.env.NEXTAUTH_URL = siteAddress()
  const door = {
    origin: await origin(),
    device: await deviceToken(),
    entered: ({ device }: { device: string }) => keepDevice(device),
    ways: await wayCookies({
      state: request.nextUrl.searchParams.get("state"),
      cookie: (name) => request.cookies.get(name)?.value,
      secret: secrets().authSecret,
      secure: overHttps(),
    }),
  }
  return NextAuth(request, context, authOptions(await settings(), door))
}

export { handle as GET, handle as POST }
