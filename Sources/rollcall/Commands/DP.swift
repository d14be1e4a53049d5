import ArgumentParser
import Findings
import Foundation
import Privacy

extension Rollcall {
  /// `rollcall dp`: accounts of differential privacy.
  struct DP: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dp", abstract: "Account for differentially private training.",
      subcommands: [Epsilon.self, Noise.self, Audit.self])
  }
}

extension Rollcall.DP {
  /// The accountants by their short names.
  enum Way: String, ExpressibleByArgument, CaseIterable {
    case pld, rdp
    var accountant: Accountant { self == .pld ? .losses : .renyi }
  }

  /// `rollcall dp epsilon`.
  struct Epsilon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The epsilon of Poisson-sampled training with Gaussian noise.",
      discussion: """
        The bound from above holds; the optimistic one, from below, tells how far it may be from the truth. For one \
        record added or removed.
        """)

    @Option(parsing: .unconditional, help: "The probability of a record to be in a batch, above 0 to 1.")
    var samplingRate: Double
    @Option(parsing: .unconditional, help: "The noise's deviation over the clipping norm.") var noise: Double
    @Option(parsing: .unconditional, help: "Batches, 1 or more.") var steps: Int
    @Option(parsing: .unconditional, help: "Above 0 and below 1.") var delta: Double
    @Option(help: "pld: tight; rdp: looser, without a bound from below.") var accountant = Way.pld
    @Flag(help: "As JSON.") var json = false

    private struct Answer: Codable {
      let epsilon: Double
      let optimistic: Double?
    }

    func run() async throws {
      let releases = [Release(.gaussian(noise: noise, rate: samplingRate), steps: steps)]
      let bounds = try accountant.accountant.epsilon(of: releases, delta: delta)
      let answer = Answer(
        epsilon: bounds.pessimistic, optimistic: accountant == .pld ? bounds.optimistic : nil)
      if json {
        print(String(decoding: try ResultsFile.data(answer), as: UTF8.self), terminator: "")
      } else {
        print("epsilon at most \(answer.epsilon)" + (answer.optimistic.map { ", at least \($0)" } ?? ""))
      }
    }
  }

  /// `rollcall dp noise`.
  struct Noise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The least noise with which Poisson-sampled training keeps to an epsilon.")

    @Option(parsing: .unconditional, help: "0 or more.") var epsilon: Double
    @Option(parsing: .unconditional, help: "Above 0 and below 1.") var delta: Double
    @Option(parsing: .unconditional, help: "The probability of a record to be in a batch, above 0 to 1.")
    var samplingRate: Double
    @Option(parsing: .unconditional, help: "Batches, 1 or more.") var steps: Int
    @Flag(help: "As JSON.") var json = false

    private struct Answer: Codable {
      let sigma: Double
    }

    func run() async throws {
      let answer = Answer(
        sigma: try NoiseSearch(epsilon: epsilon, delta: delta).noise(rate: samplingRate, steps: steps))
      if json {
        print(String(decoding: try ResultsFile.data(answer), as: UTF8.self), terminator: "")
      } else {
        print("noise of \(answer.sigma) times the clipping norm")
      }
    }
  }
}

extension Rollcall.DP {
  /// `rollcall dp audit`.
  struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A lower bound on epsilon from canaries.",
      discussion: """
        Of one training with many canaries and recorded coin flips: --canaries, --guesses and --correct. Of many trainings \
        with or without one canary, and a yes or no about each: --present, --found, --absent and --falsely-found.
        """)

    @Option(parsing: .unconditional, help: "Canaries, each put in or left out by a fair coin.") var canaries: Int?
    @Option(parsing: .unconditional, help: "Guesses made about them.") var guesses: Int?
    @Option(parsing: .unconditional, help: "Guesses that were right.") var correct: Int?
    @Option(parsing: .unconditional, help: "Trainings with the canary.") var present: Int?
    @Option(parsing: .unconditional, help: "Of these, the ones told to have it.") var found: Int?
    @Option(parsing: .unconditional, help: "Trainings without the canary.") var absent: Int?
    @Option(parsing: .unconditional, help: "Of these, the ones told to have it.") var falselyFound: Int?
    @Option(parsing: .unconditional, help: "0 or more and below 1.") var delta: Double
    @Option(parsing: .unconditional, help: "Above 0 and below 1.") var confidence = 0.95
    @Flag(help: "As JSON.") var json = false

    private struct Answer: Codable {
      let epsilonLowerBound: Double
    }

    func validate() throws {
      let (once, often) = ([canaries, guesses, correct], [present, found, absent, falselyFound])
      let isOnce = once.allSatisfy { $0 != nil } && often.allSatisfy { $0 == nil }
      let isOften = often.allSatisfy { $0 != nil } && once.allSatisfy { $0 == nil }
      guard isOnce || isOften else {
        throw ValidationError(
          "give --canaries, --guesses and --correct of one training, or --present, --found, --absent and --falsely-found "
            + "of many")
      }
    }

    private var bound: Double {
      get throws {
        if let canaries, let guesses, let correct {
          return try OneRunAudit(canaries: canaries, guesses: guesses, correct: correct)
            .epsilonLowerBound(delta: delta, confidence: confidence)
        }
        return try RepeatedAudit(
          found: found ?? 0, present: present ?? 0, falselyFound: falselyFound ?? 0, absent: absent ?? 0
        ).epsilonLowerBound(delta: delta, confidence: confidence)
      }
    }

    func run() async throws {
      let answer = Answer(epsilonLowerBound: try bound)
      if json {
        print(String(decoding: try ResultsFile.data(answer), as: UTF8.self), terminator: "")
      } else {
        print("epsilon is at least \(answer.epsilonLowerBound), at a confidence of \(confidence)")
      }
    }
  }
}
