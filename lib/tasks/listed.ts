import type { TaskFilter } from "./inputs"

export const pageSize = 50

/** How the list is looked at makes no difference to what is in it. */
export type Listed = Omit<TaskFilter, "as" | "from" | "span">

/** A filter without how its list is looked at: the query is the same. */
export const plain = ({ as: _, from: __, span: ___, ...filter }: TaskFilter): Listed => filter
