import "@/lib/modules"
import { serveFeed } from "@/lib/appointments/serving-feed"

export const dynamic = "force-dynamic"

export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return serveFeed((await params).token, request)
}

export const HEAD = GET
