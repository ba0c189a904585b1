/** One of two connections that may lead to the same node. */
export interface Connection {
  readonly direction: 'inbound' | 'outbound'
  /** Whether both sides have accepted each other; before that the other side may still refuse. */
  readonly isActive: boolean
  readonly nodeId: string
  readonly publicKey: string
}

/** Who is at the other end, or at ours. */
export type NodeName = Pick<Connection, 'nodeId' | 'publicKey'>

/** What becomes of two connections. `refuseSelf`: the incoming one leads to ourselves. */
export type ConnectionChoice = 'keepBoth' | 'keepExisting' | 'keepIncoming' | 'refuseSelf'

/**
 * Which connection stays where two may lead to the same node. To be asked when the incoming one says hello (`isActive`
 * false), and again when it becomes active.
 *
 * Two nodes that dial each other at the same time must come to the same answer, or they close both: that connection stays
 * which the node with the smaller public key made. It is decided only when both are active, that is accepted by the other
 * side: bitshares-core refuses one of the two by itself, and refusing the other would leave none (`node.cpp`,
 * `on_hello_message`). The same node is one with the same id and the same key: an id is anybody's claim, so one
 * that comes with another key must not cost its owner the connection.
 *
 * @param existing the connection there is, if its node has said hello
 */
export function chooseConnection(
  existing: Connection | undefined,
  incoming: Connection,
  ours: NodeName,
): ConnectionChoice {
  if (incoming.nodeId === ours.nodeId || incoming.publicKey === ours.publicKey) return 'refuseSelf'
  if (existing === undefined || !isSameNode(existing, incoming) || !existing.isActive) return 'keepBoth'
  if (!incoming.isActive || existing.direction === incoming.direction) return 'keepExisting'
  const isOursKept = ours.publicKey < incoming.publicKey
  return (existing.direction === 'outbound') === isOursKept ? 'keepExisting' : 'keepIncoming'
}

/** Whether two names are those of one node. */
export function isSameNode(a: NodeName, b: NodeName): boolean {
  return a.nodeId === b.nodeId && a.publicKey === b.publicKey
}
