// Checks what lies in contrib/ against the real thing: promtool reads the rules and the sample configuration, a Prometheus on
// loopback scrapes a node on a devnet of its own, and every expression of the dashboard and of the alerts is evaluated.
//
// Takes Debian's package `prometheus`; as root it installs it where it is missing, otherwise it says so and checks the rest.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const { fetch, URLSearchParams } = globalThis
const root = fileURLToPath(new URL('..', import.meta.url))
const contrib = join(root, 'contrib')
const TIMEOUT_MS = 120_000
const RATE_INTERVAL = '10s'
/** Metrics that come late; when they are there everything is. */
const LATE = ['rx_bitshares_irreversible_lag_blocks', 'rate(rx_bitshares_messages_total[10s])']

const failures = []
const fail = (sentence) => failures.push(sentence)
const read = (file) => readFileSync(join(contrib, file), 'utf8')
const dashboard = JSON.parse(read('grafana-dashboard.json'))
const alerts = JSON.parse(read('prometheus-alerts.json'))

checkText()
if (hasPrometheus()) await checkAgainstPrometheus()
else
  console.log(
    'Skipped: there is no Prometheus; install the package prometheus, or run this as root on Debian.',
  )
for (const sentence of failures) console.error(`contrib: ${sentence}`)
console.log(failures.length === 0 ? 'contrib/ is all right.' : `${failures.length} faults in contrib/.`)
process.exitCode = failures.length === 0 ? 0 : 1

/** What can be seen without running anything. A Dockerfile takes an engine to build, so only what it names is looked at. */
function checkText() {
  const dockerfile = read('Dockerfile')
  for (const line of dockerfile.split('\n')) {
    if (!/^(?:#|\s|$|FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|HEALTHCHECK|ENTRYPOINT|CMD)/.test(line))
      fail(`Dockerfile has a line of no known instruction: ${line}`)
    if (!line.startsWith('COPY ') || line.includes('--from=')) continue
    for (const source of line.split(/\s+/).slice(1, -1))
      if (!existsSync(join(root, source))) fail(`Dockerfile copies ${source}, which is not there`)
  }
  if (!/^USER (?!root)/m.test(dockerfile)) fail('Dockerfile runs as root')
  const help = runMain(['node', '--help']).stdout
  for (const file of ['Dockerfile', 'compose.yaml', 'rx-bitshares.service'])
    for (const [, flag] of read(file).matchAll(
      /[' "](--(?!from|interval|timeout|start-period|no-|omit)[a-z-]+)/g,
    ))
      if (!help.includes(`${flag} `)) fail(`${file} gives ${flag}, which rx-bitshares node does not have`)
  for (const section of ['[Unit]', '[Service]', '[Install]'])
    if (!read('rx-bitshares.service').includes(section)) fail(`rx-bitshares.service has no ${section}`)
  const ids = dashboard.panels.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) fail('grafana-dashboard.json has two panels of one id')
}

function runMain(args) {
  return spawnSync(process.execPath, [join(root, 'dist/lib/cli/main.js'), ...args], { encoding: 'utf8' })
}

function hasPrometheus() {
  const isThere = () =>
    ['prometheus', 'promtool'].every((name) => spawnSync(name, ['--version']).error === undefined)
  if (isThere()) return true
  if (process.getuid?.() !== 0) return false
  const { status } = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'prometheus'], {
    stdio: 'ignore',
  })
  return status === 0 && isThere()
}

async function checkAgainstPrometheus() {
  promtool('check', 'rules', join(contrib, 'prometheus-alerts.json'))
  promtool('check', 'config', join(contrib, 'prometheus.yml'))
  const directory = mkdtempSync(join(tmpdir(), 'check-contrib-'))
  const children = []
  try {
    const target = await startNode(children)
    const api = await startPrometheus(children, directory, target)
    await until(async () => {
      for (const expression of LATE) if ((await query(api, expression)).length === 0) return false
      return true
    }, 'the node was not scraped in time')
    await checkFigures(target)
    await checkExpressions(api)
  } catch (error) {
    fail(error.message)
  } finally {
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(children.map((child) => (child.exitCode === null ? once(child, 'exit') : undefined)))
    rmSync(directory, { recursive: true, force: true })
  }
}

function promtool(...args) {
  const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8' })
  if (status !== 0) fail(`promtool ${args.join(' ')}: ${stdout}${stderr}`)
}

/** A node on a devnet of its own. Resolves with where its figures are. */
async function startNode(children) {
  const args = [
    'node',
    '--network',
    'devnet',
    '--listen',
    '127.0.0.1:0',
    '--memory',
    '--metrics',
    '127.0.0.1:0',
  ]
  const child = spawn(process.execPath, [join(root, 'dist/lib/cli/main.js'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  children.push(child)
  for await (const line of createInterface({ input: child.stderr })) {
    const { message, address } = JSON.parse(line)
    if (message !== 'metrics are served') continue
    child.stderr.resume()
    return address
  }
  throw new Error('the node ended before it served its metrics')
}

/** What the node serves has to pass promtool, names and help included. */
async function checkFigures(target) {
  const text = await (await fetch(`http://${target}/metrics`)).text()
  const { status, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' })
  if (status !== 0) fail(`promtool check metrics: ${stderr}`)
}

async function startPrometheus(children, directory, target) {
  const port = await freePort()
  const config = join(directory, 'prometheus.yml')
  writeFileSync(
    config,
    JSON.stringify({
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      rule_files: [join(contrib, 'prometheus-alerts.json')],
      scrape_configs: [{ job_name: 'rx-bitshares', static_configs: [{ targets: [target] }] }],
    }),
  )
  const args = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${join(directory, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--log.level=error',
  ]
  const child = spawn('prometheus', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  children.push(child)
  const api = `http://127.0.0.1:${port}`
  await until(async () => (await fetch(`${api}/-/ready`)).ok, 'Prometheus did not start')
  return api
}

/** Prometheus cannot be asked for a port of the system's choice. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

async function until(isDone, complaint) {
  const end = performance.now() + TIMEOUT_MS
  while (performance.now() < end) {
    if (await isDone().catch(() => false)) return
    await sleep(500)
  }
  throw new Error(complaint)
}

async function query(api, expression) {
  const response = await fetch(`${api}/api/v1/query?${new URLSearchParams({ query: expression })}`)
  const { status, error, data } = await response.json()
  if (status !== 'success') throw new Error(error)
  return data.result
}

async function checkExpressions(api) {
  let evaluated = 0
  const evaluate = async (name, expression, needsData) => {
    evaluated += 1
    try {
      const result = await query(api, expression)
      if (needsData && result.length === 0) fail(`${name} has no data: ${expression}`)
      return result
    } catch (error) {
      fail(`${name}: ${error.message}: ${expression}`)
      return []
    }
  }
  for (const { title, targets } of dashboard.panels) {
    for (const { expr } of targets)
      await evaluate(
        `panel "${title}"`,
        expr.replaceAll('$__rate_interval', RATE_INTERVAL).replaceAll('$instance', '.+'),
        true,
      )
  }
  const rules = alerts.groups.flatMap((group) => group.rules)
  const { data } = await (await fetch(`${api}/api/v1/metadata`)).json()
  for (const { alert, expr } of rules) {
    await evaluate(`alert ${alert}`, expr, false)
    // An alert on a metric that does not exist can never fire: each name has to be one the node tells, or may tell.
    for (const [metric] of expr.matchAll(/\brx_bitshares_\w+/g)) {
      const family = metric.replace(/_(?:bucket|sum|count)$/, '')
      if (data[family] === undefined && data[metric] === undefined)
        fail(`alert ${alert} is about ${metric}, which no node tells`)
    }
  }
  console.log(`${evaluated} expressions evaluated by a Prometheus that scrapes a devnet node.`)
}
