"use client"

import { useSyncExternalStore } from "react"

const never = () => () => {}

/**
 * Whether the page's script runs. What can do nothing without it, and stands over a page instead of
 * in it, needn't be sent: many such things are half of a page.
 */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
