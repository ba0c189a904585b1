import { UsageError } from '../errors.ts'
import { FEED_VERSION, type FeedEvent, readFeedEvent } from './feed-event.ts'

/** Characters of a line of a recording. An event with as many and as long operations as there can be has fewer. */
export const MAX_LINE_CHARS = 32_000_000

/** Lines that {@link readRecording} reads. */
export function toRecordingLines(events: readonly FeedEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}

/**
 * The events of a recording, as its text comes. Keeps one line at a time.
 *
 * Throws {@link UsageError} `BAD_VALUE` with the number of the line that is not what a recording has, or too long.
 */
export async function* readRecording(chunks: AsyncIterable<string>): AsyncGenerator<FeedEvent> {
  let number = 0
  for await (const line of linesOf(chunks)) {
    number += 1
    if (line.trim() === '') continue
    const event = readLine(line, number)
    if (number === 1 && (event.type !== 'started' || event.version !== FEED_VERSION)) {
      throw new UsageError('BAD_VALUE', `this is no recording of a dashboard in version ${FEED_VERSION}`)
    }
    yield event
  }
}

function readLine(line: string, number: number): FeedEvent {
  try {
    return readFeedEvent(JSON.parse(line))
  } catch (error) {
    if (error instanceof UsageError || error instanceof SyntaxError)
      throw new UsageError('BAD_VALUE', `line ${number} of the recording: ${error.message}`)
    throw error
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > MAX_LINE_CHARS) throw new UsageError('BAD_VALUE', 'a line of the recording is too long')
  }
  if (rest !== '') yield rest
}
