/** Where a notification can reach somebody today; push joins them when it reaches browsers. */
export const offeredChannels = ["portal", "email"] as const
