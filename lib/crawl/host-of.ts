/** The host of `host:port`. */
export function hostOf(endpoint: string): string {
  return endpoint.slice(0, Math.max(0, endpoint.lastIndexOf(':')))
}
