"use client"

import type { Result } from "@/lib/platform/result"

/** No answer came: the connection is lost, or the server is away. */
export const unreachable = "unreachable"

export type Answer<T> = Result<T> | typeof unreachable

const codes = new Set([401, 403, 404, 409, 422, 500, 503])

/** Changes something about messages. Whatever happens to the connection, it doesn't throw. */
export async function ask<T>(
  verb: string,
  input: object,
  /** `keepalive` for what has to arrive although its page is left. */
  how: Pick<RequestInit, "keepalive"> = {},
): Promise<Answer<T>> {
  try {
    const answer = await fetch(`/groups/messages/${verb}`, {
      ...how,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    })
    if (!answer.ok && !codes.has(answer.status)) return unreachable
    return await answer.json()
  } catch {
    return unreachable
  }
}

/** Reads what a page that is open needs. @returns null when it isn't there, or not reachable */
export async function look<T>(
  what: string,
  asked: Record<string, string | number>,
): Promise<T | null> {
  const query = new URLSearchParams(
    Object.entries(asked).map(([name, value]) => [name, String(value)]),
  )
  try {
    const answer = await fetch(`/groups/data/${what}?${query}`)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
