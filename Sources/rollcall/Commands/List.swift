import ArgumentParser
import Attacks
import Foundation
import Reports
import Study
import Training

extension Rollcall {
  /// `rollcall list`: what a manifest may name.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List what a manifest may name, with parameters and their defaults.")

    enum Kind: String, ExpressibleByArgument, CaseIterable {
      case datasets, models, defences, attacks
      case messages
      case manifestSchema = "manifest-schema"
    }

    @Argument(
      help: """
        One of datasets, models, defences, attacks; messages, what templates and registries say, for other languages; \
        or manifest-schema, a JSON Schema for editors.
        """)
    var kind: Kind
    @Flag(help: "As JSON.") var json = false
    @Flag(help: "For datasets: also where was looked, in order.") var verbose = false
    @Option(name: .long, help: ArgumentHelp("A folder with datasets, looked in first.", valueName: "folder"))
    var data: [String] = []

    func run() async throws {
      switch kind {
      case .datasets: try listDatasets()
      case .models: try show(trainers.map { EntryListing($0) })
      case .defences: try show(defences.map { EntryListing($0) })
      case .attacks: try show(attacks.map { EntryListing($0) })
      case .messages:
        let places = Places(templates: nil, data: [], manifest: nil)
        let templates = try TemplateFolder([try places.templateFolder()])
        print(MessageListing(templates).lines.joined(separator: "\n"))
      case .manifestSchema: print(try ManifestSchema(Registries.catalogue(datasets: [])).text, terminator: "")
      }
    }

    private func show(_ listings: [EntryListing]) throws {
      print(json ? try Self.json(listings) : listings.map(\.text).joined(separator: "\n\n"))
    }

    private func listDatasets() throws {
      let places = Places(templates: nil, data: data, manifest: nil)
      let library = try places.library()
      let listings = library.cards.map(DatasetListing.init)
      if json {
        print(try Self.json(listings))
      } else {
        print(listings.map(\.text).joined(separator: "\n"))
      }
      for fault in library.faults { Console.write("warning: \(Console.oneLine(fault.description))") }
      guard verbose else { return }
      print("\nLooked in, in this order (the first dataset of a name wins):")
      for candidate in places.datasetCandidates {
        print(
          "  \(Places.isFolder(candidate.folder) ? "found " : "absent") \(candidate.folder.path) (\(candidate.reason))")
      }
    }

    static func json(_ value: some Encodable) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
  }
}

/// One dataset as `rollcall list` shows it.
struct DatasetListing: Encodable {
  let name: String
  let title: String
  let domain: String
  let licence: String
  let card: String

  init(_ card: DatasetCard) {
    (name, title, domain, licence, self.card) = (card.name, card.title, card.domain, card.licence, card.url.path)
  }

  var text: String { "\(name): \(title)\(domain.isEmpty ? "" : " (\(domain))")\n  card: \(card)" }
}

/// One registry entry as `rollcall list` shows it.
struct EntryListing: Encodable {
  let name: String
  let title: String
  let summary: String
  let source: String
  let parameters: [ParameterListing]

  struct ParameterListing: Encodable {
    let name: String
    let summary: String
    let standard: ParameterValue?
  }

  init<E: Entry>(_ type: E.Type) {
    (name, title, summary, source) = (type.name, type.card.title, type.card.summary, type.card.source)
    let values = type.standard.values
    parameters = type.parameters.map {
      ParameterListing(name: $0.name, summary: $0.summary, standard: values[$0.name])
    }
  }

  var text: String {
    var lines = ["\(name): \(title). \(summary)"]
    if !source.isEmpty { lines.append("  source: \(source)") }
    lines += parameters.map { "  \($0.name) (default \($0.standard?.description ?? "none")): \($0.summary)" }
    return lines.joined(separator: "\n")
  }
}

extension EntryListing {
  init(_ type: any Trainer.Type) { self = Self.open(type) }
  init(_ type: any Defence.Type) { self = Self.open(type) }
  init(_ type: any Attack.Type) { self = Self.open(type) }
  private static func open<E: Entry>(_ type: E.Type) -> EntryListing { EntryListing(type) }
}
