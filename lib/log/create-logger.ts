import { createLogger as createWinston, format, type Logger as Winston, transports } from 'winston'
import { printable } from '../node/printable.ts'

export type LogLevel = 'error' | 'warn' | 'info' | 'debug'

/** What the node's log needs of a logger; winston, pino and console all have it. */
export interface Logger {
  error(message: string, fields?: object): void
  warn(message: string, fields?: object): void
  info(message: string, fields?: object): void
  debug(message: string, fields?: object): void
}

/** Where lines go. */
export type LogStream = NodeJS.WritableStream & { readonly isTTY?: boolean }

/**
 * Logs to stderr, so that stdout is data alone: lines for people on a terminal, JSON otherwise.
 *
 * Every text is cut and freed of control characters, whoever made it: no line can steer a terminal or pass for two.
 */
export function createLogger(level: LogLevel = 'warn', stream: LogStream = process.stderr): Logger {
  const logger: Winston = createWinston({
    level,
    format: format.combine(
      cleaned(),
      stream.isTTY === true ? forPeople() : format.combine(format.timestamp(), format.json()),
    ),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- winston's types disagree
    transports: [new transports.Stream({ stream })],
  })
  return logger
}

const cleaned = format((info) => {
  for (const [name, value] of Object.entries(info))
    if (typeof value === 'string') info[name] = printable(value)
  return info
})

function forPeople(): ReturnType<typeof format.combine> {
  return format.combine(
    format.timestamp({ format: 'HH:mm:ss' }),
    format.printf(({ timestamp, level, message, ...fields }) => {
      const rest = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
      return [String(timestamp), level.padEnd(5), String(message), ...rest].join(' ')
    }),
  )
}
