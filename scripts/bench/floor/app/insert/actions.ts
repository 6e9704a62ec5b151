"use server"

import { redirect } from "next/navigation"
import { insert } from "../database"

/** A bare durable insert through a server action; as a form it goes on to a page. */
export async function insertAction(form: FormData): Promise<void> {
  const id = insert(String(form.get("name")))
  redirect(`/table?id=${id}`)
}
