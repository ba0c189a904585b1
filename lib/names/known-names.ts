import type { NameContent } from './content.ts'
import { emptyContent } from './content.ts'
import type { AssetFacts } from './kinds.ts'

/** The accounts that every chain has (`config.hpp`, `GRAPHENE_COMMITTEE_ACCOUNT` and following; `db_genesis.cpp`). */
export const SPECIAL_ACCOUNTS: readonly string[] = Object.freeze([
  'committee-account',
  'witness-account',
  'relaxed-committee-account',
  'null-account',
  'temp-account',
  'proxy-to-self',
])

const NULL_ACCOUNT = 3
/** `GRAPHENE_BLOCKCHAIN_PRECISION_DIGITS` */
const CORE_PRECISION = 5

/** What every chain has before its first block. */
export function commonNames(coreSymbol: string): NameContent {
  return {
    ...emptyContent(),
    accounts: new Map(SPECIAL_ACCOUNTS.map((name, id) => [id, name])),
    assets: new Map([[0, { symbol: coreSymbol, precision: CORE_PRECISION, issuer: NULL_ACCOUNT }]]),
  }
}

/**
 * Assets of the public chain by the number of their id: the smart coins of its genesis, and what is traded most of those
 * that came later. Each was found alike in several published wallets and bots; without a precision where they did not say
 * it. Issuers change and are left out.
 */
const MAINNET_ASSETS: readonly (readonly [id: number, symbol: string, precision?: number])[] = [
  [102, 'KRW', 4],
  [103, 'BTC', 8],
  [105, 'SILVER', 4],
  [106, 'GOLD', 6],
  [107, 'TRY', 4],
  [108, 'SGD', 4],
  [109, 'HKD', 4],
  [110, 'RUB', 4],
  [111, 'SEK', 4],
  [112, 'NZD', 4],
  [113, 'CNY', 4],
  [114, 'MXN', 4],
  [115, 'CAD', 4],
  [116, 'CHF', 4],
  [117, 'AUD', 4],
  [118, 'GBP', 4],
  [119, 'JPY', 2],
  [120, 'EUR', 4],
  [121, 'USD', 4],
  [850, 'OPEN.ETH'],
  [859, 'OPEN.LTC'],
  [861, 'OPEN.BTC', 8],
  [973, 'OPEN.STEEM'],
  [1017, 'ARS', 4],
  [1042, 'OPEN.USDT'],
  [1093, 'YOYOW'],
  [1325, 'RUBLE', 5],
  [1362, 'HERO'],
  [2241, 'GDEX.BTC', 8],
  [2598, 'GDEX.ETH', 6],
  [2635, 'GDEX.EOS', 6],
  [3715, 'RUDEX.ETH', 7],
  [3926, 'RUDEX.BTC', 8],
  [4099, 'XBTSX.STH', 6],
  [4106, 'RUDEX.EOS', 4],
  [4157, 'XBTSX.BTC', 8],
  [4198, 'SPARKDEX.BTC', 7],
  [4199, 'SPARKDEX.ETH', 6],
  [4760, 'XBTSX.ETH', 7],
  [5286, 'GDEX.USDT', 7],
  [5542, 'RUDEX.USDT', 6],
  [5589, 'XBTSX.USDT', 6],
  [5641, 'HONEST.CNY', 4],
  [5649, 'HONEST.USD', 4],
  [5650, 'HONEST.BTC', 8],
  [5651, 'HONEST.XAU'],
  [5652, 'HONEST.XAG'],
  [5659, 'HONEST.ETH', 6],
  [5660, 'HONEST.XRP'],
]

/** The chain id of the public chain. */
export const MAINNET_ID = '4018d7844c78f6a6c41c6a552b898022310fc5dec06da467ee7905a8dad512c8'

/** Names of the public chain that are known without reading it. */
export const MAINNET_NAMES: NameContent = {
  ...emptyContent(),
  assets: new Map(
    MAINNET_ASSETS.map(([id, symbol, precision]): [number, AssetFacts] => [id, { symbol, precision }]),
  ),
}
