/** How the process ends, as the README promises. */
export const EXIT = {
  done: 0,
  failure: 1,
  usage: 2,
  noPeer: 3,
  wrongChain: 4,
  interrupted: 130,
  terminated: 143,
} as const

/** An end that is a message and an exit code, thrown by commands and told by `main`. */
export class CliError extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode: number = EXIT.failure) {
    super(message)
    this.exitCode = exitCode
  }
}
