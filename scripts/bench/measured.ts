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
  /** Where people talk, in a company that does. */
  talk: TalkPlaces | null
}

export interface TalkPlaces {
  /** A group with a fifth of all messages, one with 200, and one with everybody in it. */
  busy: number
  quiet: number
  everybody: number
  /** In all three. */
  reader: SignedIn
  /** Everybody, each once, up to 500. */
  crowd: SignedIn[]
  /** The number before which page 1,000 of the busiest group lies; null in a small one. */
  far: number | null
  /** The newest message of everybody's group. */
  newest: number
}
