import { Command } from 'commander'
import { addConfiguration, listConfiguration, readConfiguration } from './configuration.ts'
import { addNodeOptions } from './node-flags.ts'
import { writeLine } from './output.ts'

/** `config print`: each option of `node` with its value and where that comes from. */
export function addConfigCommand(program: Command): void {
  const config = program.command('config').description('what holds for the node command, and why')
  const print = new Command('print').description(
    'print each option of node, its value and where it comes from',
  )
  addNodeOptions(print)
  addConfiguration(print)
    .option('--json', 'as one JSON object')
    .action(async (flags: { readonly json?: boolean }, command: Command) => {
      readConfiguration(command)
      const values = listConfiguration(command).filter(({ name }) => name !== 'json' && name !== 'config')
      if (flags.json === true) {
        const entries = values.map(({ name, value, source, variable }) => [name, { value, source, variable }])
        await writeLine(JSON.stringify(Object.fromEntries(entries), undefined, 2))
        return
      }
      const width = Math.max(...values.map(({ name }) => name.length))
      for (const { name, value, source, variable } of values) {
        const shown = value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value)
        const where = source === 'environment' ? `environment, ${variable}` : source
        await writeLine(`${name.padEnd(width)}  ${shown}  (${where})`)
      }
    })
  config.addCommand(print)
}
