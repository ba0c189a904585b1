// The entry point `rx-bitshares`. `rx-bitshares/codec` and `rx-bitshares/crypto` are the parts that run in a browser too.
export type { BlockId, Cursor } from './chain/cursor.ts'
export { formatCursor, GENESIS, numberOfId, parseCursor } from './chain/cursor.ts'
export type { FutureExtensions } from './protocol/chain-reader.ts'
export type { DecodeOptions, EncodeOptions, JsonOptions, TypeName, TypeOf } from './codec.ts'
export { decode, encode, fromJson, toJson, toPlain } from './codec.ts'
export type { KeyPair } from './devnet/key-pair.ts'
export type { DevnetAccount, DevnetWitness } from './devnet/cast.ts'
export { createDevnet } from './devnet/create-devnet.ts'
export type { DevnetNode } from './devnet/devnet-node.ts'
export type { DevnetOptions } from './devnet/devnet-options.ts'
export type { Devnet, DevnetBlock, DevnetEvent } from './devnet/devnet.ts'
export type { DevnetNodeEvent } from './devnet/node-event.ts'
export type { DecodeErrorCode, LinkErrorCode, PeerFaultCode, UsageErrorCode } from './errors.ts'
export {
  DecodeError,
  InternalError,
  LinkError,
  PeerFault,
  RxBitsharesError,
  UsageError,
} from './errors.ts'
export type { TransactionEvent } from './inventory/track-transactions.ts'
export type { Block, Reception, Verification } from './node/block.ts'
export { createNode, type Node } from './node/create-node.ts'
export type { NodeEvent, PeerStatus, Status } from './node/events.ts'
export type { NetworkDescription } from './node/networks.ts'
export { MAINNET, privateNetwork, TESTNET } from './node/networks.ts'
export { mentions, type OperationEvent, toOperationEvents } from './node/operation-event.ts'
export { DEFAULT_LIMITS, type Limits, type NodeOptions } from './node/options.ts'
export type { PeerHello } from './peer/hello.ts'
export type { Timing } from './peer/timing.ts'
export type { AddressProfile } from './pool/is-dialable.ts'
export type * from './protocol/generated/types.ts'
export type { TransactionId } from './protocol/identities.ts'
export type { ObjectId, VoteId } from './protocol/object-id.ts'
export { OPERATION_NAMES } from './protocol/schema.ts'
export type { Transaction } from './protocol/transaction.ts'
export { formatAddress, parseAddress, type PeerAddress } from './transport/peer-address.ts'
