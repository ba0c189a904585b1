import { writeFile } from 'node:fs/promises'
import test from 'ava'
import { describeUncertainty } from '../../lib/cli/describe-uncertainty.ts'
import { openNames } from '../../lib/cli/open-names.ts'
import { readCheckpointFile } from '../../lib/cli/read-checkpoint-file.ts'
import { learnNames, unlearnNames } from '../../lib/names/learn-names.ts'
import { MAINNET, privateNetwork, TESTNET } from '../../lib/node/networks.ts'
import { ChainModel } from '../names/chain-model.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const network = privateNetwork('5'.repeat(64))
const genesis = new TextEncoder().encode(JSON.stringify(ChainModel.genesis))
const file = { format: 'rx-bitshares names', version: 1, accounts: { '1.2.1000': 'me' } }

test('opens what is built in for a network, its genesis document and a file of names', async (t) => {
  const at = await temporaryFolder(t)
  await writeFile(at('names.json'), JSON.stringify(file))
  t.is(openNames(MAINNET).asset('1.3.121')?.symbol, 'USD')
  t.is(openNames(TESTNET).asset('1.3.0')?.symbol, 'TEST')
  t.is(openNames(network).asset('1.3.121'), undefined)
  const names = openNames(network, genesis, at('names.json'))
  t.deepEqual(
    [names.account('1.2.6'), names.account('1.2.1000'), names.chainId],
    ['init0', 'me', network.chainId],
  )
  t.is(openNames({ ...network, genesis }).account('1.2.6'), 'init0')
})

test('says in one sentence which file does not fit, and where', async (t) => {
  const at = await temporaryFolder(t)
  const rows: readonly (readonly [string, RegExp])[] = [
    ['{', /^--names: .*names\.json is not JSON: /],
    [
      '{}',
      /^--names: .*names\.json does not fit: names\.format: expected "rx-bitshares names", found nothing$/,
    ],
    [
      JSON.stringify({ ...file, chain_id: '6'.repeat(64) }),
      /does not fit: names\.chain_id: these are names of the chain 6{64}$/,
    ],
  ]
  for (const [text, message] of rows) {
    await writeFile(at('names.json'), text)
    t.throws(() => openNames(network, undefined, at('names.json')), { code: 'BAD_OPTION', message })
  }
  t.throws(() => openNames(network, undefined, at('none.json')), {
    code: 'BAD_OPTION',
    message: /^--names: .*none\.json cannot be read: ENOENT/,
  })
  t.throws(() => openNames(network, new Uint8Array(5)), {
    code: 'BAD_OPTION',
    message: '--genesis: the document does not fit: genesis: it is not JSON',
  })
})

test('reads the keys of a checkpoint', async (t) => {
  const at = await temporaryFolder(t)
  const witnesses = { '1.6.5': 'BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV' }
  await writeFile(at('keys.json'), JSON.stringify({ witnesses, block: 5 }))
  t.deepEqual(readCheckpointFile(at('keys.json')), witnesses)
  for (const wrong of ['[]', '5', '{}', '{"witnesses": []}', '{"witnesses": {"1.6.5": 5}}']) {
    await writeFile(at('keys.json'), wrong)
    t.throws(
      () => readCheckpointFile(at('keys.json')),
      { code: 'BAD_OPTION', message: /has to be a file such as/ },
      wrong,
    )
  }
})

test('says what is not known of names, and from where on', (t) => {
  const block = (number: number) => ({ number, timestamp: 0, transactions: [] })
  t.regex(
    describeUncertainty(openNames(MAINNET)) ?? '',
    /^Names are known in part, because the blocks did not begin at genesis: .* --names FILE .* --genesis FILE/,
  )
  const names = openNames(network, genesis)
  t.is(describeUncertainty(names), undefined)
  learnNames(names, block(1))
  t.is(describeUncertainty(names), undefined)
  learnNames(names, block(7))
  t.is(
    describeUncertainty(names),
    'Names of accounts, assets, committee members, witnesses, proposals, liquidity pools made from block 7 on are not ' +
      'known, because the last block seen before it was 1.',
  )
  unlearnNames(names, block(7))
  t.is(describeUncertainty(names), undefined)
})
