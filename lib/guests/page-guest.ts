import "@/lib/modules"
import { redirect } from "next/navigation"
import type { GuestActor } from "@/lib/platform/actor"
import { currentGuest } from "@/lib/platform/guest-session"

/** For guests' pages: who is let in on this device; `/g` says why when nobody is. */
export async function pageGuest(): Promise<GuestActor> {
  const guest = await currentGuest()
  return typeof guest === "string" ? redirect("/g") : guest
}
