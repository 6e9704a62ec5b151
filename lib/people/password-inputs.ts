import { z } from "zod"

/** Long enough for any sentence, short enough to be hashed. */
export const password = z.string().min(1).max(200)

/** Both say the same, or the second one is told. */
export const sameTwice = (input: { password: string; passwordAgain: string }): boolean =>
  input.password === input.passwordAgain

export const differs = { path: ["passwordAgain"], message: "people.password.differs" }

export const newPassword = z
  .strictObject({ password, passwordAgain: password })
  .refine(sameTwice, differs)

export const changedPassword = z
  .strictObject({ currentPassword: password, password, passwordAgain: password })
  .refine(sameTwice, differs)

export const code = z.string().trim().min(1).max(40)
