import type { Readable, Writable } from 'node:stream'
import { DecodeError, UsageError } from '../errors.ts'

/** The standard streams of a command, and where it leaves its exit code. `process` is one. */
export interface CommandIo {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
  exitCode?: number | string | null | undefined
}

/**
 * Writes what `convert` makes of each line of stdin as a line of stdout. `undefined` writes nothing.
 *
 * A line that `convert` refuses gives one line on stderr with its number and the reason; the run goes on and leaves exit
 * code 1. Reads no faster than stdout is read, and stops quietly when nobody reads what it writes any more.
 */
export async function convertLines(
  io: CommandIo,
  convert: (line: string) => string | undefined,
): Promise<void> {
  const results = new LineWriter(io.stdout)
  const complaints = new LineWriter(io.stderr)
  let number = 0
  try {
    for await (const lines of linesOf(io.stdin)) {
      for (const line of lines) {
        number += 1
        try {
          const converted = convert(line)
          if (converted !== undefined) results.add(converted)
        } catch (error) {
          complaints.add(`line ${number}: ${reason(error)}`)
          io.exitCode = 1
        }
      }
      await complaints.flush()
      await results.flush()
      if (results.isClosed || complaints.isClosed) break
    }
  } finally {
    results.release()
    complaints.release()
  }
  if (results.fault !== undefined) throw results.fault
}

/** What is wrong with a line; anything but a mistake in it is our bug and ends the run. */
function reason(error: unknown): string {
  if (error instanceof DecodeError || error instanceof UsageError) return error.message
  if (error instanceof SyntaxError) return `not JSON: ${error.message}`
  throw error
}

/** The complete lines of each chunk, without their ends; what stands after the last end is the last line. */
async function* linesOf(input: Readable): AsyncGenerator<readonly string[]> {
  const utf8 = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : utf8.decode(chunk as Uint8Array, { stream: true })
    const parts = text.split('\n')
    parts[0] = rest + (parts[0] ?? '')
    rest = parts.pop() ?? ''
    if (parts.length > 0) yield parts.map((line) => line.trim())
  }
  rest += utf8.decode()
  if (rest !== '') yield [rest.trim()]
}

/** Lines on their way to a stream, one write a batch. A pipe that nobody reads any more takes them without complaint. */
class LineWriter {
  readonly #output: Writable
  #pending = ''
  #wake: () => void = () => undefined
  isClosed = false
  /** What went wrong, other than a reader who left. */
  fault: Error | undefined

  constructor(output: Writable) {
    this.#output = output
    output.on('drain', this.#onDrain)
    output.on('close', this.#onClose)
    output.on('error', this.#onError)
  }

  add(line: string): void {
    this.#pending += `${line}\n`
  }

  /** Hands the lines over and waits until the stream wants more. */
  async flush(): Promise<void> {
    const text = this.#pending
    this.#pending = ''
    if (text === '' || this.isClosed) return
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      if (this.#output.write(text) || this.isClosed) resolve()
    })
  }

  /** Lets go of the stream. The error listener stays: a broken pipe may be reported late. */
  release(): void {
    this.#output.off('close', this.#onClose)
    this.#output.off('drain', this.#onDrain)
  }

  readonly #onDrain = (): void => this.#wake()

  readonly #onClose = (): void => {
    this.isClosed = true
    this.#wake()
  }

  readonly #onError = (error: Error & { code?: string }): void => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') this.fault = error
    this.#onClose()
  }
}
