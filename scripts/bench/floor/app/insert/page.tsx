import { insertAction } from "./actions"

export default function InsertPage() {
  return (
    <form action={insertAction}>
      <input name="name" aria-label="name" />
    </form>
  )
}
