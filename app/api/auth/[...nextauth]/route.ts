import "@/lib/modules"
import type { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { authOptions } from "@/lib/people/auth-options"
import { deviceToken, keepDevice } from "@/lib/people/browser"
import { origin } from "@/lib/platform/request"
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
  }
  return NextAuth(request, context, authOptions(await settings(), door))
}

export { handle as GET, handle as POST }
