import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { SetupForm } from "@/components/people/setup-forms"
import { SetupFrame, type SetupStep } from "@/components/people/setup-frame"
import { db } from "@/db/engine"
import { hasPeople } from "@/lib/people/setting-up"
import { type SetupState, setupState } from "@/lib/people/setup-state"
import { setupCode } from "@/lib/platform/setup-code"

export async function generateMetadata() {
  return { title: (await getTranslations("people.setup"))("first") }
}

/** The last step that can be shown: none can be skipped. */
function furthest(state: SetupState | null): SetupStep {
  if (!state?.company) return 1
  if (!state.administrator) return 2
  return state.workWeek ? 4 : 3
}

export default async function Setup({
  searchParams,
}: {
  searchParams: Promise<{ step?: string }>
}) {
  if (await hasPeople(db())) notFound()
  setupCode()
  const state = await setupState()
  const wanted = Number((await searchParams).step) || 1
  const step =
    ([1, 2, 3, 4] as const).findLast((it) => it <= Math.min(wanted, furthest(state))) ?? 1
  const company = state?.company && `${state.company.name}，${state.company.timeZone}`
  return (
    <SetupFrame step={step} company={step > 1 ? company : undefined}>
      <SetupForm step={step} state={state} />
    </SetupFrame>
  )
}
