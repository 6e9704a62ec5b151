import type { z } from "zod"

/** A number as the staff file takes it: 11 digits, a landline, or one with its country code. */
const good = /^(1\d{10}|0\d{9,11}|\+[1-9]\d{6,14})$/

/** As numbers are kept: without spaces, dashes and China's country code. */
export const plainPhone = (typed: string): string =>
  typed.replace(/[\s()-]/g, "").replace(/^(\+|00)?86(?=1\d{10}$)/, "")

/** For a form: the number without spaces and dashes, null when the field is empty. */
export function readStaffPhone(typed: string, context: z.RefinementCtx): string | null {
  const phone = plainPhone(typed)
  if (phone !== "" && !good.test(phone))
    context.addIssue({ code: "custom", message: "people.profile.badPhone" })
  return phone || null
}
