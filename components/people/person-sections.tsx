import type { ReactNode } from "react"
import { AccountSection } from "@/components/people/account-section"
import { LeaveSection } from "@/components/people/leave-section"
import { LevelSection } from "@/components/people/level-section"
import { PrivateRows } from "@/components/people/private-rows"
import { LedPeople, SharedThings } from "@/components/people/shared-things"
import { Still } from "@/components/ui/still"
import type { PersonPage } from "@/lib/people/person-page"
import type { PersonActor } from "@/lib/platform/actor"

/** A part of a profile; nothing for a reader whom it doesn't concern. */
export interface PersonSection {
  name: string
  show(actor: PersonActor, page: PersonPage): ReactNode | Promise<ReactNode>
}

/** What stands under somebody's facts, in this order. Add a line for a new ability. */
export const personSections: readonly PersonSection[] = [
  {
    name: "private",
    show: (actor, { person }) => <PrivateRows actor={actor} person={person} />,
  },
  {
    name: "shared",
    show: (_, page) => (
      <Still>
        <LedPeople page={page} />
        <SharedThings page={page} />
      </Still>
    ),
  },
  { name: "level", show: (_, page) => page.can.level && <LevelSection person={page.person} /> },
  {
    name: "leave",
    show: (actor, { person }) => <LeaveSection actor={actor} person={person} />,
  },
  {
    name: "account",
    show: (actor, { person }) => <AccountSection actor={actor} person={person} />,
  },
]
