/** What the measuring processes know of a filled portal. */
export interface SignedIn {
  personId: number
  departmentId: number
  cookie: string
}

export interface Company {
  people: number
  tasks: number
  /** Somebody of a team, who may edit and leads nobody. */
  member: SignedIn
  /** Somebody who leads every department. */
  leader: SignedIn
  /** People who may create tasks, and leads nobody. */
  makers: SignedIn[]
  /** 500 sessions of people of one branch. */
  listeners: SignedIn[]
  room: number
  openTask: number
  /** A task that all listeners may see. */
  roomTask: number
  /** Where page 1,000 of what the leader sees begins. */
  lastPage: string | null
}
