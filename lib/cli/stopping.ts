import { EXIT } from './exit-codes.ts'

/**
 * A signal that aborts with the first Ctrl-C or SIGTERM; the second ends the process at once with 130 or 143.
 *
 * `release` takes the handlers off again.
 */
export function stopOnSignals(): { readonly signal: AbortSignal; release(this: void): void } {
  const controller = new AbortController()
  const stop = (exitCode: number) => (): void => {
    if (controller.signal.aborted) process.exit(exitCode)
    controller.abort()
  }
  const onInterrupt = stop(EXIT.interrupted)
  const onTerminate = stop(EXIT.terminated)
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', onTerminate)
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', onInterrupt)
      process.off('SIGTERM', onTerminate)
    },
  }
}

/** The reader of our output has gone (`| head`): that is a good end, not an error. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    throw error
  })
}
