import { defineConfig } from "drizzle-kit"

const onPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "")

export default defineConfig({
  dialect: onPostgres ? "postgresql" : "sqlite",
  schema: "./db/schema.ts",
  out:
    process.env.QIBU_MIGRATIONS ??
    (onPostgres ? "./db/migrations/postgres" : "./db/migrations/sqlite"),
  casing: "snake_case",
})
