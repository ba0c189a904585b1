import { createLogger as createWinston, format, type Logger as Winston, transports } from 'winston'

export type LogLevel = 'error' | 'warn' | 'info' | 'debug'

/** What the node's log needs of a logger; winston, pino and console all have it. */
export interface Logger {
  error(message: string, fields?: object): void
  warn(message: string, fields?: object): void
  info(message: string, fields?: object): void
  debug(message: string, fields?: object): void
}

/** Logs to stderr, so that stdout is data alone: lines for people on a terminal, JSON otherwise. */
export function createLogger(level: LogLevel = 'warn'): Logger {
  const logger: Winston = createWinston({
    level,
    format: process.stderr.isTTY ? forPeople() : format.combine(format.timestamp(), format.json()),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- winston's types disagree
    transports: [new transports.Stream({ stream: process.stderr })],
  })
  return logger
}

function forPeople(): ReturnType<typeof format.combine> {
  return format.combine(
    format.timestamp({ format: 'HH:mm:ss' }),
    format.printf(({ timestamp, level, message, ...fields }) => {
      const rest = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
      return [String(timestamp), level.padEnd(5), String(message), ...rest].join(' ')
    }),
  )
}
