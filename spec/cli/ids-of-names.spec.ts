import test from 'ava'
import { accountIds, assetIds } from '../../lib/cli/ids-of-names.ts'
import { createNameBook } from '../../lib/names/name-book.ts'

const names = createNameBook({
  names: {
    format: 'rx-bitshares names',
    version: 1,
    accounts: { '1.2.17': 'alice' },
    assets: { '1.3.7': { symbol: 'OPEN.BTC' } },
  },
})

test('finds ids by names, and leaves ids as they are', (t) => {
  t.deepEqual(accountIds(['alice', '1.2.9', 'committee-account'], names), ['1.2.17', '1.2.9', '1.2.0'])
  t.deepEqual(assetIds(['BTS', 'open.btc', '1.3.9'], names), ['1.3.0', '1.3.7', '1.3.9'])
})

test('says of a name that is not known how to provide it', (t) => {
  t.throws(() => accountIds(['bob'], names), {
    code: 'BAD_OPTION',
    message:
      'the account "bob" is not known: give its id, such as 1.2.17, or names with --names FILE or --genesis FILE',
  })
  t.throws(() => assetIds(['USD'], names), {
    code: 'BAD_OPTION',
    message: /^the asset "USD" is not known: give its id/,
  })
})

test('refuses ids of something else', (t) => {
  for (const text of ['1.3.0', '1.2', '1.2.x', '12', '1.20.5', '1.2.5.6'])
    t.throws(() => accountIds([text], names), {
      code: 'BAD_OPTION',
      message: `"${text}" is not the id of an account, such as 1.2.17`,
    })
  t.throws(() => assetIds(['1.2.0'], names), { message: '"1.2.0" is not the id of an asset, such as 1.3.5' })
})
