/** Nothing to start; without this file the bundler finds the portal's own, above this folder. */
export function register(): void {}
