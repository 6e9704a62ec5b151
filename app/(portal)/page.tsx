import { MyDay } from "@/components/home/my-day"
import { pageActor } from "@/lib/platform/session"

export default async function HomePage({ searchParams }: PageProps<"/">) {
  const [actor, { support }] = await Promise.all([pageActor(), searchParams])
  return <MyDay actor={actor} wide={support === "all"} />
}
