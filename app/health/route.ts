import { health } from "@/lib/platform/health"

export const dynamic = "force-dynamic"

/** For load balancers and monitoring: 200 when people can work, else 503. */
export async function GET(): Promise<Response> {
  const found = await health()
  return Response.json(found, {
    status: found.ok ? 200 : 503,
    headers: { "cache-control": "no-store" },
  })
}
