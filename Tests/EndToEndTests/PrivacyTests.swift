import Foundation
import Testing

@Suite("rollcall dp")
struct PrivacyCommandTests {
  private func json(_ arguments: [String]) throws -> [String: Double] {
    let program = try Program()
    let end = try program.start(["dp"] + arguments + ["--json"]).end()
    #expect(end.status == 0, "\(end.errors)")
    return try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Double] ?? [:]
  }

  @Test("accounts for training and finds the noise for an epsilon")
  func accounts() throws {
    let training = ["--sampling-rate", "0.01", "--steps", "1000", "--delta", "1e-5"]
    let sigma = try #require(try json(["noise", "--epsilon", "1"] + training)["sigma"])
    // dp-accounting finds 1.4159 by the same accountant.
    #expect(abs(sigma / 1.415861543107389 - 1) < 2e-3)
    let account = try json(["epsilon", "--noise", "\(sigma)"] + training)
    let (epsilon, optimistic) = (try #require(account["epsilon"]), try #require(account["optimistic"]))
    #expect(epsilon <= 1 && epsilon > 0.998 && optimistic <= epsilon)
    let loose = try json(["epsilon", "--noise", "\(sigma)", "--accountant", "rdp"] + training)
    #expect(try #require(loose["epsilon"]) > epsilon)
  }

  @Test(
    "refuses in one sentence with exit 2",
    arguments: [
      ["epsilon", "--sampling-rate", "0.1", "--noise", "-1", "--steps", "10", "--delta", "1e-5"],
      ["epsilon", "--sampling-rate", "1.5", "--noise", "1", "--steps", "10", "--delta", "1e-5"],
      ["epsilon", "--sampling-rate", "0.1", "--noise", "1", "--steps", "0", "--delta", "1e-5"],
      ["epsilon", "--sampling-rate", "0.1", "--noise", "1", "--steps", "10", "--delta", "0"],
      ["noise", "--epsilon", "-1", "--delta", "1e-5", "--sampling-rate", "0.1", "--steps", "10"],
    ])
  func refused(arguments: [String]) throws {
    let program = try Program()
    let end = try program.start(["dp"] + arguments).end()
    #expect(end.status == 2 && end.output.isEmpty && end.errors.contains("must be"), "\(end.errors)")
  }
}
