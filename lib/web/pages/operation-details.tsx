import type { JSX } from 'preact'
import { operationFamily } from '../../view/operation-family.ts'
import type { OperationPage } from '../../view/page-types.ts'
import { words } from '../format.ts'
import { FamilyMark } from '../parts/icon.tsx'

/** An operation: what it says, and all that is in it. */
export function OperationDetails(props: {
  readonly operation: OperationPage
  readonly isOpen: boolean
}): JSX.Element {
  const { operation, isOpen } = props
  const { type, text, op } = operation
  return (
    <details class="operation" open={isOpen}>
      <summary>
        <FamilyMark family={operationFamily(type)} />
        <span class="operation-text">{text}</span>
        <span class="muted operation-type">{words(type)}</span>
      </summary>
      <pre class="json mono">
        {JSON.stringify(Array.isArray(op) ? (op as readonly unknown[])[1] : op, undefined, 2)}
      </pre>
    </details>
  )
}
