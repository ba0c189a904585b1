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
  for (const option of command.options) option.env(variableOf(option))
  return command.hook('preAction', (_, acting) => readConfiguration(acting))
}

/** Takes what the file of `--config` says for options that neither flags nor the environment give. */
export function readConfiguration(command: Command): void {
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
    const source = command.getOptionValueSource(option.attributeName())
    if (source === 'cli' || source === 'env') continue
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
    parsed = parseValue(option, String(each), parsed, path)
  }
  return parsed
}

function parseValue(option: Option, text: string, before: unknown, path: string): unknown {
  if (option.argChoices !== undefined && !option.argChoices.includes(text)) {
    const choices = option.argChoices.join(', ')
    throw new UsageError(
      'BAD_OPTION',
      `--config: ${nameOf(option)} in ${path} is "${text}", none of ${choices}`,
    )
  }
  try {
    const parse = option.parseArg as ((text: string, before: unknown) => unknown) | undefined
    return parse === undefined ? text : parse(text, before ?? option.defaultValue)
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    throw new UsageError('BAD_OPTION', `--config: ${nameOf(option)} in ${path}: ${error.message}`)
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
