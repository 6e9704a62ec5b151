import { currentSession } from "./session"

/** Theme and density as the person chose them; the system's for whoever isn't signed in. */
export async function currentLook() {
  const session = await currentSession()
  return typeof session === "string"
    ? { theme: "system" as const, density: "normal" as const }
    : session.look
}
