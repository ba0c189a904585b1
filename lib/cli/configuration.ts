import { type Command, InvalidArgumentError, type Option } from 'commander'
import { UsageError } from '../errors.ts'
import { readJsonFile } from './read-user-file.ts'

/** Where a value comes from, the strongest first: flags, the environment, the file of `--config`, what is built in. */
export type ValueSource = 'flag' | 'environment' | 'file' | 'default'

/** One option as it stands. */
export interface ConfiguredValue {
  readonly name: string
  readonly value: unknown
  readonly source: ValueSource
  /** What it is called in the environment. */
  readonly variable: string
}

const PREFIX = 'RX_BITSHARES_'

/**
 * Lets every option of a command be given in the environment (`RX_BITSHARES_LISTEN` for `--listen`) and in a JSON file that
 * `--config` names (`{"listen": "0.0.0.0:1776"}`).
 */
export function addConfiguration(command: Command): Command {
  command.option(
    '--config <file>',
    'a JSON file of options by their names, such as {"listen": "0.0.0.0:1776"}',
  )
  // For the help alone: an option that is there already is not read from the environment by commander.
  for (const option of command.options) option.env(variableOf(option))
  return command.hook('preAction', (_, acting) => readConfiguration(acting))
}

/**
 * Takes what the environment says for options that no flag gives, and what the file of `--config` says for the others.
 *
 * Throws {@link UsageError} `BAD_OPTION` in one sentence for a value that does not fit.
 */
export function readConfiguration(command: Command): void {
  for (const option of command.options) {
    const text = process.env[variableOf(option)]
    if (text === undefined || isGiven(command, option)) continue
    const value = option.isBoolean()
      ? toBoolean(option, text)
      : parseValue(option, text, undefined, variableOf(option))
    command.setOptionValueWithSource(option.attributeName(), value, 'env')
  }
  readConfigurationFile(command)
}

function readConfigurationFile(command: Command): void {
  const path: unknown = command.getOptionValue('config')
  if (typeof path !== 'string') return
  const values = readJsonFile('--config', path)
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new UsageError('BAD_OPTION', `--config: ${path} is not a JSON object of options`)
  for (const [name, value] of Object.entries(values)) {
    const option = command.options.find((each) => nameOf(each) === name || each.attributeName() === name)
    if (option === undefined || name === 'config')
      throw new UsageError(
        'BAD_OPTION',
        `--config: ${path} has "${name}", which is no option of ${command.name()}`,
      )
    if (isGiven(command, option)) continue
    command.setOptionValueWithSource(option.attributeName(), toValue(option, value, path), 'config')
  }
}

/** Every option of a command with its value and where that comes from, by name. */
export function listConfiguration(command: Command): readonly ConfiguredValue[] {
  return command.options
    .map((option) => ({
      name: nameOf(option),
      value: command.getOptionValue(option.attributeName()) as unknown,
      source: sourceOf(command.getOptionValueSource(option.attributeName())),
      variable: variableOf(option),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Whether something stronger has given the option a value. */
function isGiven(command: Command, option: Option): boolean {
  const source = command.getOptionValueSource(option.attributeName())
  return source === 'cli' || source === 'env'
}

function toBoolean(option: Option, text: string): boolean {
  if (['true', '1'].includes(text)) return true
  if (['false', '0', ''].includes(text)) return false
  throw new UsageError('BAD_OPTION', `${variableOf(option)} is "${text}", neither true nor false`)
}

function toValue(option: Option, value: unknown, path: string): unknown {
  if (option.isBoolean()) {
    if (typeof value === 'boolean') return value
    throw new UsageError('BAD_OPTION', `--config: ${nameOf(option)} in ${path} is neither true nor false`)
  }
  const texts = Array.isArray(value) ? value : [value]
  let parsed: unknown = undefined
  for (const each of texts) {
    if (typeof each !== 'string' && typeof each !== 'number')
      throw new UsageError(
        'BAD_OPTION',
        `--config: ${nameOf(option)} in ${path} is neither a text nor a number`,
      )
    parsed = parseValue(option, String(each), parsed, `--config: ${nameOf(option)} in ${path}`)
  }
  return parsed
}

/** @param where what the value stands in, as the beginning of a sentence */
function parseValue(option: Option, text: string, before: unknown, where: string): unknown {
  if (option.argChoices !== undefined && !option.argChoices.includes(text)) {
    const choices = option.argChoices.join(', ')
    throw new UsageError('BAD_OPTION', `${where} is "${text}", none of ${choices}`)
  }
  try {
    const parse = option.parseArg as ((text: string, before: unknown) => unknown) | undefined
    return parse === undefined ? text : parse(text, before ?? option.defaultValue)
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    throw new UsageError('BAD_OPTION', `${where}: ${error.message}`)
  }
}

function nameOf(option: Option): string {
  return option.name()
}

function variableOf(option: Option): string {
  return option.envVar ?? `${PREFIX}${nameOf(option).toUpperCase().replaceAll('-', '_')}`
}

function sourceOf(source: string | undefined): ValueSource {
  switch (source) {
    case 'cli':
      return 'flag'
    case 'env':
      return 'environment'
    case 'config':
      return 'file'
    default:
      return 'default'
  }
}
