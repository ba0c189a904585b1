// The entry point `rx-bitshares`. `rx-bitshares/codec` and `rx-bitshares/crypto` are the parts that run in a browser too.
export type { BlockId, Cursor } from './chain/cursor.ts'
export { formatCursor, GENESIS, numberOfId, parseCursor } from './chain/cursor.ts'
export type { StreamMode } from './chain/hold-back.ts'
export type { ChainTiming } from './chain/slots.ts'
export { MAINNET_TIMING } from './chain/slots.ts'
export type { VerifyLevel } from './chain/verify-block.ts'
export type { FutureExtensions } from './protocol/chain-reader.ts'
export type { DecodeOptions, EncodeOptions, JsonOptions, TypeName, TypeOf } from './codec.ts'
export { decode, encode, fromJson, toJson, toPlain } from './codec.ts'
export type { KeyPair } from './devnet/key-pair.ts'
export type { DevnetAccount, DevnetWitness } from './devnet/cast.ts'
export type { BranchIndex } from './devnet/chain-event.ts'
export { createDevnet } from './devnet/create-devnet.ts'
export type { DevnetNode } from './devnet/devnet-node.ts'
export type { DevnetOptions, ForkOptions } from './devnet/devnet-options.ts'
export type { Devnet, DevnetBlock, DevnetEvent, DevnetFork, ForkRequest } from './devnet/devnet.ts'
export type { DevnetNodeEvent } from './devnet/node-event.ts'
export type { NodeTraits } from './devnet/node-traits.ts'
export type {
  DecodeErrorCode,
  LinkErrorCode,
  PeerFaultCode,
  StoreErrorCode,
  UsageErrorCode,
} from './errors.ts'
export {
  DecodeError,
  InternalError,
  LinkError,
  PeerFault,
  RxBitsharesError,
  StoreError,
  UsageError,
} from './errors.ts'
export type { Gate } from './flow/gate.ts'
export type { FirewallCheckResult } from './messages/handshake-messages.ts'
export type { TransactionEvent } from './inventory/track-transactions.ts'
export type { NameBookOptions, NamedNetwork } from './names/book-state.ts'
export { describe } from './names/describe.ts'
export { operationFilter, type OperationFilter } from './names/filters.ts'
export type { NamedEvent } from './names/follow-event.ts'
export type { Kind as NamedKind } from './names/kinds.ts'
export { learnNames, type NamedBlock, unlearnNames } from './names/learn-names.ts'
export { DEFAULT_NAME_LIMITS, type NameLimits } from './names/limits.ts'
export { createNameBook, type NameBook } from './names/name-book.ts'
export type { AssetName, Certainty, Names, PoolName } from './names/names.ts'
export type { NamesFile } from './names/names-file.ts'
export { namesText } from './names/names-text.ts'
export type { Block, Reception, Verification } from './node/block.ts'
export { blockFromStore } from './node/block-from-store.ts'
export type { ChainEvent } from './node/chain-event.ts'
export type { BroadcastEvent } from './node/broadcast.ts'
export { createNode, type Node } from './node/create-node.ts'
export type { NodeEvent, PeerStatus, Status } from './node/events.ts'
export { followNames } from './node/follow-names.ts'
export type { NetworkDescription } from './node/networks.ts'
export { MAINNET, privateNetwork, TESTNET } from './node/networks.ts'
export { mentions, type OperationEvent, toOperationEvents } from './node/operation-event.ts'
export { DEFAULT_LIMITS, type Limits, type NodeOptions } from './node/options.ts'
export type { QueueFigures, Workload } from './node/workload.ts'
export type { WitnessSlot } from './node/witness-slot.ts'
export type { PeerHello } from './peer/hello.ts'
export type { RequestFigures, RequestKind } from './peer/request-times.ts'
export type { MessageFigures } from './peer/tally.ts'
export type { Timing } from './peer/timing.ts'
export type { InboundLimits } from './pool/inbound-limits.ts'
export type { AddressProfile } from './pool/is-dialable.ts'
export type { PoolOptions } from './pool/pool-options.ts'
export type { TrustedPeer } from './pool/trusted-peers.ts'
export type * from './protocol/generated/types.ts'
export type { TransactionId } from './protocol/identities.ts'
export type { ObjectId, VoteId } from './protocol/object-id.ts'
export { OPERATION_NAMES } from './protocol/schema.ts'
export { draftTransaction, signTransaction } from './protocol/sign-transaction.ts'
export type { RejectedSignature, Signers } from './protocol/signers.ts'
export type { Transaction } from './protocol/transaction.ts'
export type { BlockStore, StorableBlock, StoredBlock, StoreEvent } from './store/block-store.ts'
export { createMetrics, type Metrics, type MetricsOptions } from './metrics/create-metrics.ts'
export type { Readiness } from './metrics/readiness.ts'
export { createMemoryStore, type MemoryStoreOptions } from './store/memory-store.ts'
export { type DiskStoreOptions, openDiskStore } from './store/open-disk-store.ts'
export { type OpenedStore, openStore } from './store/open-store.ts'
export type { DiskStore } from './store/disk-store.ts'
export { openStoreReader, type StoreReader } from './store/open-store-reader.ts'
export { type ChainStep, storeChain } from './store/store-chain.ts'
export { type VerifiedBlocks, verifyStore } from './store/verify-store.ts'
export { formatAddress, parseAddress, type PeerAddress } from './transport/peer-address.ts'
export { recoverKeys } from './workers/recover-keys.ts'
export { recoverSigners, type RecoverSignersOptions } from './workers/recover-signers.ts'
export {
  createRecoveryPool,
  type RecoveryPool,
  type RecoveryPoolOptions,
  type RecoveryStatus,
} from './workers/recovery-pool.ts'
