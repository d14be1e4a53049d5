import Files
public import Foundation
import Study

/// The datasets of some folders: every YAML file there that has a card's keys.
public struct DatasetLibrary: Sendable {
  /// The cards that can be used, in the order of folders and file names; of equal names the first.
  public let cards: [DatasetCard]
  /// What is wrong with the cards that cannot.
  public let faults: [DatasetError]
  /// By name, the first card of that name, usable or not.
  private let found: [String: Result<DatasetCard, DatasetError>]

  /// Reads the cards of `folders`, not of folders within them.
  ///
  /// - Throws: ``DatasetError`` where a folder cannot be listed.
  public init(folders: [URL]) throws(DatasetError) {
    var cards: [DatasetCard] = []
    var faults: [DatasetError] = []
    var found: [String: Result<DatasetCard, DatasetError>] = [:]
    var urls: [URL] = []
    for folder in folders { urls += try Self.files(in: folder) }
    for url in urls {
      guard let (name, result) = Self.card(at: url), found[name] == nil else { continue }
      found[name] = result
      switch result {
      case .success(var card):
        card.folders = folders
        cards.append(card)
        found[name] = .success(card)
      case .failure(let error): faults.append(error)
      }
    }
    self.cards = cards
    self.faults = faults
    self.found = found
  }

  /// Every name that is found, with a usable card or not, sorted.
  public var names: [String] { found.keys.sorted() }

  /// The card of a name.
  ///
  /// - Throws: ``DatasetError``: what is wrong with that card, or the nearest names where there is none.
  public func card(named name: String) throws(DatasetError) -> DatasetCard {
    guard let result = found[name] else {
      let near = Nearest.words(to: name, in: names)
      throw .unknown(name: name, nearest: near.isEmpty ? Array(names.prefix(12)) : near)
    }
    return try result.get()
  }

  private static func files(in folder: URL) throws(DatasetError) -> [URL] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { throw .file(.missing(path: folder.path)) }
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().map(folder.appendingPathComponent)
  }

  /// Keys of which a card has one.
  private static let forms = ["columns_detail", "images", "generator"]

  /// A card with the name to find it by, or nil where the file is some other YAML.
  private static func card(at url: URL) -> (name: String, Result<DatasetCard, DatasetError>)? {
    let stem = url.deletingPathExtension().lastPathComponent
    do throws(DatasetError) {
      let root = try CardNode(DatasetCard.text(of: url), path: url.path)
      guard let name = try? root.required("name").text(), root.optional("label") != nil,
        Self.forms.contains(where: { root.optional($0) != nil })
      else { return nil }
      do throws(DatasetError) {
        return (name, .success(try DatasetCard(root, at: url)))
      } catch {
        return (name, .failure(error))
      }
    } catch {
      // Not YAML at all: whoever asks for the dataset of this name is told so.
      return (stem, .failure(error))
    }
  }
}
