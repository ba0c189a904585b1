import { once } from 'node:events'

/** Writes a line of data and waits while the reader has no room. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** Whether colours and cursor movements make sense there (https://no-color.org). */
export function hasColor(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') return true
  return stream.isTTY && NO_COLOR === undefined && TERM !== 'dumb'
}
