import { pino } from "pino"

/** JSON lines on standard error, with whatever could open a door masked. */
export const log = pino(
  {
    level: process.env.QIBU_LOG ?? "info",
    base: undefined,
    redact: {
      paths: [
        "password",
        "token",
        "secret",
        "cookie",
        "authorization",
        "*.password",
        "*.token",
        "*.secret",
      ],
      censor: "…",
    },
  },
  pino.destination({ fd: 2, sync: true }),
)
