import CKernels
import Findings
import Foundation
import Maths

/// The content of `provenance.json`: when, where and from what a run was made.
struct Provenance: Codable {
  /// What a cell's numbers were made from, as keys of the store.
  struct CellSources: Codable {
    let cell: String
    let pool: String
    let units: [String]
    /// The answers about altered copies, one a unit; nil where no attack asked for them.
    var copies: [String]?
    let measures: [String: String]
    /// Processor seconds of all its trainings, on the machines that trained; nil where one is not known.
    var trainingSeconds: Double?
    /// The same as a multiple of that of the undefended cell.
    var timesUndefended: Double?
  }

  let schema: String
  let engine: String
  let manifest: String
  let manifestDigest: String
  let seed: UInt64
  let datasets: [String: String]
  let store: String
  let started: String
  let wallSeconds: Double
  let processorSeconds: Double
  let workers: Int
  let machine: Machine
  let cells: [CellSources]
  /// What was typed, where it was no run of a manifest.
  var command: String?

  static let schemaName = "rollcall/provenance/1"

  /// What the numbers were computed on; the numbers do not depend on it.
  struct Machine: Codable {
    let processor: String
    let cores: Int
    let kernels: String
    let system: String
    let compiler: String

    static var current: Machine {
      let facts = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      let model = facts.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
      let info = ProcessInfo.processInfo
      return Machine(
        processor: model.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown",
        cores: info.activeProcessorCount, kernels: KernelPath.best.rawValue,
        system: info.operatingSystemVersionString, compiler: compiler)
    }

    private static var compiler: String {
      #if compiler(>=6.4)
        "Swift 6.4 or later"
      #elseif compiler(>=6.3)
        "Swift 6.3"
      #else
        "Swift 6.2"
      #endif
    }
  }

  /// User and system time of this process, in seconds.
  static var processorSeconds: Double {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
