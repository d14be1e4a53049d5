import Testing

/// Ceilings worked out apart from this project from the rules as the laws state them.
struct PenaltyVector: Sendable, CustomTestStringConvertible {
  let rule: String
  /// In the rule's own currency and basis.
  var turnover: Double?
  var units: Int?
  let currency: String
  let expect: Double
  var testDescription: String { "\(rule), \(turnover.map { "\($0)" } ?? "\(units ?? 0) units")" }

  init(_ rule: String, turnover: Double, _ currency: String, expect: Double) {
    (self.rule, self.turnover, self.currency, self.expect) = (rule, turnover, currency, expect)
  }

  init(_ rule: String, units: Int, _ currency: String, expect: Double) {
    (self.rule, self.units, self.currency, self.expect) = (rule, units, currency, expect)
  }

  static let all: [PenaltyVector] = [
    .init("sg-pdpa-dp-provisions", turnover: 8_000_000, "SGD", expect: 1_000_000),
    .init("sg-pdpa-dp-provisions", turnover: 50_000_000, "SGD", expect: 5_000_000),
    .init("my-pdpa-principles", turnover: 50_000_000, "MYR", expect: 1_000_000),
    .init("my-pdpa-breach-notice", turnover: 50_000_000, "MYR", expect: 250_000),
    .init("id-pdp-admin", turnover: 500_000_000_000, "IDR", expect: 10_000_000_000),
    .init("id-pdp-criminal-disclose", turnover: 500_000_000_000, "IDR", expect: 4_000_000_000),
    .init("id-pdp-criminal-use", turnover: 500_000_000_000, "IDR", expect: 5_000_000_000),
    .init("id-pdp-criminal-falsify", turnover: 500_000_000_000, "IDR", expect: 6_000_000_000),
    .init("th-pdpa-admin-sensitive", turnover: 200_000_000, "THB", expect: 5_000_000),
    .init("th-pdpa-admin-security", turnover: 200_000_000, "THB", expect: 3_000_000),
    .init("th-pdpa-criminal", turnover: 200_000_000, "THB", expect: 1_000_000),
    .init("vn-pdpl-general", turnover: 50_000_000_000, "VND", expect: 3_000_000_000),
    .init("vn-pdpl-general", turnover: 200_000_000_000, "VND", expect: 3_000_000_000),
    .init("vn-pdpl-crossborder", turnover: 50_000_000_000, "VND", expect: 3_000_000_000),
    .init("vn-pdpl-crossborder", turnover: 200_000_000_000, "VND", expect: 10_000_000_000),
    .init("ph-dpa-grave", turnover: 100_000_000, "PHP", expect: 3_000_000),
    .init("ph-dpa-grave", turnover: 500_000_000, "PHP", expect: 5_000_000),
    .init("ph-dpa-major", turnover: 100_000_000, "PHP", expect: 2_000_000),
    .init("ph-dpa-major", turnover: 500_000_000, "PHP", expect: 5_000_000),
    .init("eu-gdpr-83-5", turnover: 100_000_000, "EUR", expect: 20_000_000),
    .init("eu-gdpr-83-5", turnover: 2_000_000_000, "EUR", expect: 80_000_000),
    .init("eu-gdpr-83-4", turnover: 100_000_000, "EUR", expect: 10_000_000),
    .init("eu-gdpr-83-4", turnover: 2_000_000_000, "EUR", expect: 40_000_000),
    .init("eu-ai-act-99-4", turnover: 100_000_000, "EUR", expect: 15_000_000),
    .init("eu-ai-act-99-4", turnover: 2_000_000_000, "EUR", expect: 60_000_000),
    .init("eu-ai-act-99-5", turnover: 100_000_000, "EUR", expect: 7_500_000),
    .init("eu-ai-act-99-5", turnover: 2_000_000_000, "EUR", expect: 20_000_000),
    .init("uk-gdpr-higher", turnover: 100_000_000, "GBP", expect: 17_500_000),
    .init("uk-gdpr-higher", turnover: 1_000_000_000, "GBP", expect: 40_000_000),
    .init("uk-gdpr-standard", turnover: 100_000_000, "GBP", expect: 8_700_000),
    .init("uk-gdpr-standard", turnover: 1_000_000_000, "GBP", expect: 20_000_000),
    .init("us-hipaa-t2", units: 10, "USD", expect: 730_110),
    .init("us-hipaa-t2", units: 100, "USD", expect: 2_190_294),
    .init("us-ccpa-admin", units: 1_000, "USD", expect: 2_663_000),
    .init("us-ccpa-statutory-damages", units: 1_000, "USD", expect: 799_000),
  ]
}
