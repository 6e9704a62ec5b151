import { MyDay } from "@/components/home/my-day"
import { pageActor } from "@/lib/platform/session"

export default async function HomePage() {
  return <MyDay actor={await pageActor()} />
}
