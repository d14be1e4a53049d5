import ArgumentParser
import Findings
import Foundation
import Study

extension Rollcall {
  /// `rollcall penalty`: the ceiling of a rule, or of each law of an engagement.
  struct Penalty: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the statutory maximum of a rule, or the exposure under each law of a file.",
      discussion: """
        Give --rule with what it needs, or --law for all rules of a law, or a YAML file with engagement: jurisdictions \
        as a manifest has it. Ceilings are maxima, never forecasts; this is not legal advice.
        """)

    @Argument(help: "A YAML file with an engagement.") var file: String?
    @Option(help: "The id of a rule, such as sg-pdpa-dp-provisions.") var rule: String?
    @Option(help: "The id of a law, such as sg-pdpa.") var law: String?
    @Option(parsing: .unconditional, help: "The turnover by the law's own basis.") var turnover: Double?
    @Option(help: "Of the turnover (default: the rule's own).") var currency: String?
    @Option(parsing: .unconditional, help: "Violations or consumers, where the rule counts them.") var units: Int?
    @Flag(help: "The client is a small or medium enterprise.") var small = false
    @Option(help: ArgumentHelp("Units of a currency for one US dollar; may be repeated.", valueName: "SGD=1.30"))
    var rate: [String] = []
    @Flag(help: "As JSON.") var json = false
    @Option(help: ArgumentHelp("The folder of report templates.", valueName: "folder")) var templates: String?

    func validate() throws {
      guard [file, rule, law].compactMap({ $0 }).count == 1 else {
        throw ValidationError("give one of --rule, --law or a YAML file")
      }
    }

    func run() async throws {
      let places = Places(templates: templates, data: [], manifest: file)
      let laws = try GuidanceFolders(templates: try places.templateFolder(), beside: places.manifestFolder).read()
        .guidance.laws
      if let rule {
        try show(try laws.answer(rule: rule, try jurisdiction(of: rule), rates: try rates()))
      } else {
        try show(try exposures(laws))
      }
    }

    private func exposures(_ laws: LawBook) throws -> [RegulatoryExposure] {
      guard let file else {
        let name = law ?? ""
        guard laws[name] != nil else {
          throw PenaltyError.unknown(kind: "law", name: name, hint: Nearest.hint(for: name, in: laws.laws.map(\.id)))
        }
        let stated = [try jurisdiction(of: name)]
        try laws.check(stated, rates: try rates(), file: "rollcall penalty")
        return laws.exposures(of: stated, rates: try rates(), day: nil)
      }
      let text = Array(try GivenFile.prefix(of: URL(fileURLWithPath: file), count: Manifest.largestFile + 1))
      let question = try MoneyQuestion(text, file: file)
      let rates = ExchangeRates(question.engagement.costs)
      try laws.check(question.engagement.jurisdictions, rates: rates, file: file)
      return laws.exposures(
        of: question.engagement.jurisdictions, rates: rates, day: question.date.flatMap { CalendarDate($0) })
    }

    private func jurisdiction(of name: String) throws -> Engagement.Jurisdiction {
      if let turnover, !(turnover >= 0 && turnover.isFinite) { throw PenaltyError.turnover(turnover) }
      if let units, units < 0 { throw PenaltyError.units(units) }
      return .init(regulation: name, turnover: turnover, currency: currency, units: units, isSmall: small)
    }

    private func rates() throws -> ExchangeRates {
      var perDollar: [String: Double] = [:]
      for text in rate {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 3, let number = Double(parts[1]), number > 0, number.isFinite else {
          throw ValidationError("--rate is '\(text.prefix(60))' but must be as SGD=1.30")
        }
        perDollar[String(parts[0])] = number
      }
      return ExchangeRates(perDollar: perDollar)
    }

    private func show(_ answer: PenaltyAnswer) throws {
      guard !json else { return print(String(decoding: try ResultsFile.data(answer), as: UTF8.self), terminator: "") }
      print("\(answer.rule): at most \(answer.currency) \(MoneyText.amount(answer.ceiling)) (\(answer.basis.combine))")
      print(answer.notice)
    }

    private func show(_ exposures: [RegulatoryExposure]) throws {
      guard !json else {
        return print(String(decoding: try ResultsFile.data(exposures), as: UTF8.self), terminator: "")
      }
      for exposure in exposures {
        print("\(exposure.jurisdiction): \(exposure.name)\(exposure.isStale ? " (to be checked again)" : "")")
        for ceiling in exposure.ceilings {
          let amount = ceiling.amount.map { "at most \(ceiling.currency) \(MoneyText.amount($0))" }
          print("  \(ceiling.rule): \(amount ?? "no amount without turnover or units") (\(ceiling.combine))")
        }
        for clock in exposure.clocks { print("  tell \(clock.to): \(clock.text)") }
      }
    }
  }
}

/// Amounts of money on a terminal: thousands with commas, no decimals.
enum MoneyText {
  static func amount(_ value: Double) -> String {
    var digits = String(format: "%.0f", abs(value))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (value <= -0.5 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
