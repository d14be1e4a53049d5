import Findings
import Study

/// A verdict as a template shows it: one of three flags is true.
struct VerdictMark: Page {
  let leak: Bool
  let noLeakShown: Bool
  let insufficient: Bool

  init(_ verdict: Verdict) {
    leak = verdict == .leak
    noLeakShown = verdict == .noLeakShown
    insufficient = verdict == .insufficientEvidence
  }
}

/// What an outsider receives: one of five flags is true.
struct Outsider: Page {
  let labels: Bool
  let topK: Bool
  let probabilities: Bool
  let logits: Bool
  let weights: Bool

  init(_ access: Access) {
    labels = access == .labels
    topK = access == .topK
    probabilities = access == .probabilities
    logits = access == .logits
    weights = access == .weights
  }
}
