export function databaseOrRefuse(): void
export function refuseUnreached(error: unknown): never
