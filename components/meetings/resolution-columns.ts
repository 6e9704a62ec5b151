/** Where there is room all stands in one line; else who and when stand under what. */
export const resolutionColumns =
  "grid-cols-[36px_minmax(0,1fr)_minmax(0,1fr)_28px] @min-[44rem]:grid-cols-[36px_minmax(0,1fr)_152px_196px_28px]"
