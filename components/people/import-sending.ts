const largest = 200 * 1024 * 1024

export const tooLargeToImport = ({ size }: File): boolean => size > largest
