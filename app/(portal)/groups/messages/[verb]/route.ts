import { verbs } from "@/lib/messages/verbs"

/** What a page does with messages: quick, and without being read again. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ verb: string }> },
): Promise<Response> {
  const run = verbs.get((await params).verb)
  return run ? run(request) : new Response(null, { status: 404 })
}
