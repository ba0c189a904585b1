import type { InboundLimits } from './inbound-limits.ts'

/** Files a process needs besides its peers: its own modules, a store, a log, HTTP clients. */
const OTHER_FILES = 64

/**
 * The limits with so few inbound connections that all of them, those we make and everything else fit into the files this
 * process may open. Unchanged where they do, or where that number is not known.
 */
export function fitOpenFiles<Given extends InboundLimits & { readonly maxOutbound: number }>(
  limits: Given,
  openFiles: number | undefined,
): Given {
  if (openFiles === undefined) return limits
  const left = Math.max(0, openFiles - OTHER_FILES - limits.maxOutbound)
  const maxPendingInbound = Math.min(limits.maxPendingInbound, Math.ceil(left / 5))
  const maxInbound = Math.min(limits.maxInbound, left - maxPendingInbound)
  return { ...limits, maxInbound, maxPendingInbound }
}

/** How many files this process may open (`ulimit -n`); undefined where the system does not say. */
export function readOpenFileLimit(): number | undefined {
  const report = process.report.getReport() as {
    readonly userLimits?: { readonly open_files?: { readonly soft?: unknown } }
  }
  const soft = Number(report.userLimits?.open_files?.soft)
  return Number.isSafeInteger(soft) ? soft : undefined
}
