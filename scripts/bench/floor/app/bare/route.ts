import { insert } from "../database"

/** An answer and nothing else. */
export const GET = (): Response => Response.json({ count: 3 })

/** The same for what is sent; with `keep` it is one durable row. */
export async function POST(request: Request): Promise<Response> {
  const sent: { keep?: boolean } = await request.json()
  return Response.json({ ok: true, id: sent.keep ? insert("read") : 0 })
}
