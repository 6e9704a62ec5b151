import { errors } from "./platform/words"
import { words as people } from "./people/words"
import { words as tasks } from "./tasks/words"

/** Same keys, other language: a sentence missing in one fails the build. */
type Mirror<T> = { [Key in keyof T]: T[Key] extends string ? string : Mirror<T[Key]> }

const zh = { errors: errors.zh, people: people.zh, tasks: tasks.zh }
const en: Mirror<typeof zh> = { errors: errors.en, people: people.en, tasks: tasks.en }

export const words = { zh, en }
export type Words = typeof zh
