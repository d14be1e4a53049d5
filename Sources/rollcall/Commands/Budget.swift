import ArgumentParser
import Findings
import Foundation
import History
import Privacy
import Study

extension Rollcall {
  /// `rollcall budget`: how a total of privacy is to be spent, and how it was.
  struct Budget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Plan a privacy budget over stages and years, and keep its ledger.",
      subcommands: [Plan.self, Open.self, Spend.self, Status.self, Entries.self])

    /// Which ledger, and how to answer.
    struct LedgerOptions: ParsableArguments {
      @Option(help: ArgumentHelp("The ledger, an SQLite file.", valueName: "file")) var ledger: String
      @Flag(help: "As JSON.") var json = false

      var url: URL { URL(fileURLWithPath: ledger) }

      func show(_ status: LedgerStatus) throws {
        if json { return print(String(decoding: try ResultsFile.data(status), as: UTF8.self), terminator: "") }
        print(
          "epsilon \(status.spent) of \(status.epsilon) is spent at delta \(status.delta), by \(status.entries) "
            + (status.entries == 1 ? "entry" : "entries"))
      }
    }
  }
}

extension Rollcall.Budget {
  /// `rollcall budget plan`.
  struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Split a total epsilon and delta over stages and years.",
      discussion: """
        The file has epsilon, delta, years, objective (least-noise, equal-noise or shares) and stages; a stage has name, \
        mechanism (gaussian or laplace), sampling-rate, steps a year, years (all, first, later or a list), weight, and \
        noise where that is settled.
        """)

    @Argument(help: "The budget, a YAML file.") var file: String
    @Flag(help: "As JSON.") var json = false

    func run() async throws {
      let bytes = try GivenFile.bytes(of: URL(fileURLWithPath: file), most: FactNode.largestFile)
      let plan = try BudgetPlan(for: try BudgetRequest(Array(bytes), file: file))
      if json {
        print(String(decoding: try ResultsFile.data(plan), as: UTF8.self), terminator: "")
      } else {
        print(BudgetText(plan).lines.joined(separator: "\n"))
      }
    }
  }

  /// `rollcall budget open`.
  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a ledger for a total epsilon and delta.")

    @OptionGroup var options: LedgerOptions
    @Option(parsing: .unconditional, help: "The cap, above 0.") var epsilon: Double
    @Option(parsing: .unconditional, help: "Above 0 and below 1.") var delta: Double

    func run() async throws {
      try BudgetLedger.open(options.url, epsilon: epsilon, delta: delta)
      try options.show(try BudgetLedger(options.url).status())
    }
  }

  /// `rollcall budget spend`.
  struct Spend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enter a use of private records, or refuse it where it would pass the cap.")

    /// The mechanisms by name.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
      case gaussian, laplace
    }

    @OptionGroup var options: LedgerOptions
    @Option(help: "What for.") var stage: String
    @Option(help: "gaussian or laplace.") var mechanism = Kind.gaussian
    @Option(parsing: .unconditional, help: "The noise's deviation or scale over what one record moves.")
    var noise: Double
    @Option(parsing: .unconditional, help: "The probability of a record to be used; gaussian only.")
    var samplingRate: Double?
    @Option(parsing: .unconditional, help: "Uses, 1 or more.") var steps = 1

    /// A stage's name fits on a line.
    private static let longestStage = 200

    func validate() throws {
      if mechanism == .laplace, samplingRate != nil {
        throw ValidationError("--sampling-rate goes with gaussian only: laplace uses all records")
      }
      guard (1...Self.longestStage).contains(stage.count), stage == Console.oneLine(stage) else {
        throw ValidationError("--stage must have 1 to \(Self.longestStage) characters, on one line")
      }
    }

    func run() async throws {
      let kind: Mechanism =
        switch mechanism {
        case .gaussian: .gaussian(noise: noise, rate: samplingRate ?? 1)
        case .laplace: .laplace(scale: noise)
        }
      let spending = Spending(
        stage: stage, release: Release(kind, steps: steps), time: Date().formatted(.iso8601))
      try options.show(try BudgetLedger(options.url).spend(spending))
    }
  }

  /// `rollcall budget status`.
  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print how much of a budget is spent.")

    @OptionGroup var options: LedgerOptions

    func run() async throws { try options.show(try BudgetLedger(options.url).status()) }
  }

  /// `rollcall budget history`.
  struct Entries: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history", abstract: "Print what a budget was spent on, the first first.")

    @OptionGroup var options: LedgerOptions

    func run() async throws {
      let entries = try BudgetLedger(options.url).entries()
      if options.json {
        print(String(decoding: try ResultsFile.data(entries), as: UTF8.self), terminator: "")
      } else {
        print(BudgetText(entries).lines.joined(separator: "\n"))
      }
    }
  }
}
