import { type ClassValue, clsx } from "clsx"

/**
 * Joins class names. Which of two wins is the stylesheet's order, not theirs here: a look that is
 * dressed otherwise somewhere is one utility of ours in parts.css, which stands before the single
 * ones; nothing here names two values of one property.
 */
export const cx = (...names: ClassValue[]): string => clsx(names)
