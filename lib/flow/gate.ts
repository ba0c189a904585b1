/** A producer that can be told to wait. Both are idempotent. */
export interface Gate {
  close(): void
  open(): void
}

/** One gate for several reasons to wait: the producer goes on when none of them is left. */
export interface SharedGate {
  /** Whether any reason holds. */
  readonly isClosed: boolean
  /** A gate of its own for one reason; closing it twice counts once. */
  addReason(): Gate
}

/** Counts reasons over `producer`, which is closed with the first and opened with the last. */
export function createSharedGate(producer: Gate): SharedGate {
  let reasons = 0
  return {
    get isClosed() {
      return reasons > 0
    },
    addReason() {
      let isClosed = false
      return {
        close() {
          if (isClosed) return
          isClosed = true
          reasons += 1
          if (reasons === 1) producer.close()
        },
        open() {
          if (!isClosed) return
          isClosed = false
          reasons -= 1
          if (reasons === 0) producer.open()
        },
      }
    },
  }
}
