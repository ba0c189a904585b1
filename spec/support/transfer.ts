import { privateKeyToWif } from '../../lib/crypto/key-text.ts'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import type { SignedTransaction } from '../../lib/protocol/generated/types.ts'
import { draftTransaction, signTransaction } from '../../lib/protocol/sign-transaction.ts'

/** What a transfer on a devnet may differ in. */
export interface TransferOptions {
  readonly amount?: bigint
  readonly validSeconds?: number
  /** The block that it refers to, default the head. */
  readonly block?: { readonly number: number; readonly id: string; readonly timestamp: number }
}

/** Alice pays Bob on a devnet, signed with her key. */
export function signTransfer(
  devnet: Devnet,
  { amount = 1000n, validSeconds = 60, block = devnet.block(devnet.head.number) }: TransferOptions = {},
): SignedTransaction {
  const [alice, bob] = devnet.accounts
  if (alice === undefined || bob === undefined || block === undefined)
    throw new Error('nobody is there to pay')
  const draft = draftTransaction(
    [
      {
        type: 'transfer',
        fee: { amount: 100n, asset_id: '1.3.0' },
        from: alice.id,
        to: bob.id,
        amount: { amount, asset_id: '1.3.0' },
        extensions: [],
      },
    ],
    block,
    { validSeconds },
  )
  return signTransaction(draft, privateKeyToWif(alice.active.privateKey), devnet.chainId)
}
