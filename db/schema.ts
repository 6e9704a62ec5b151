// Every table, for the migration generator and for checks over all tables. Code imports from db/schema/….
export * from "./schema/access"
export * from "./schema/events"
export * from "./schema/notifications"
export * from "./schema/people"
export * from "./schema/platform"
export * from "./schema/search"
export * from "./schema/tasks"
