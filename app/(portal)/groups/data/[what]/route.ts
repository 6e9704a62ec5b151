import "@/lib/modules"
import { lookUp } from "@/lib/messages/looking-up"

export async function GET(
  request: Request,
  { params }: { params: Promise<{ what: string }> },
): Promise<Response> {
  return lookUp((await params).what, request)
}
