import Files
import Foundation
import Testing
import Training

@Suite("The library of datasets") struct DatasetLibraryTests {
  private func card(_ name: String, title: String, file: String = "t.csv") -> String {
    """
    name: \(name)
    title: \(title)
    file: \(file)
    sha256: \(String(repeating: "0", count: 64))
    subject_id: null
    label: {column: y}
    columns_detail: [{name: a, type: real}]
    """
  }

  @Test("cards are found in all folders, of equal names the first; other YAML is passed over")
  func finds() throws {
    let first = try DatasetFolder()
    let second = try DatasetFolder()
    try first.write(card("wine", title: "First"), as: "wine.yaml")
    try first.write("name: a manifest\nseed: 1\n", as: "manifest.yaml")
    try second.write(card("wine", title: "Second"), as: "a.yaml")
    try second.write(card("beer", title: "Beer"), as: "b.yaml")
    try second.write("name: x", as: "c.txt")
    let library = try DatasetLibrary(folders: [first.url, second.url])
    #expect(library.cards.map(\.title) == ["First", "Beer"])
    #expect(library.faults == [])
    #expect(try library.card(named: "wine").url.lastPathComponent == "wine.yaml")
  }

  @Test("an unknown name is answered with the nearest ones")
  func unknown() throws {
    let folder = try DatasetFolder()
    for name in ["german_credit", "heart_cleveland", "adult"] {
      try folder.write(card(name, title: "T"), as: "\(name).yaml")
    }
    let library = try DatasetLibrary(folders: [folder.url])
    #expect(throws: DatasetError.unknown(name: "german", nearest: ["german_credit"])) {
      try library.card(named: "german")
    }
    #expect(throws: DatasetError.unknown(name: "adutl", nearest: ["adult"])) { try library.card(named: "adutl") }
    let all = ["adult", "german_credit", "heart_cleveland"]
    #expect(throws: DatasetError.unknown(name: "wine", nearest: all)) { try library.card(named: "wine") }
  }

  @Test("a faulty card is told of when it is asked for, and listed")
  func faulty() throws {
    let folder = try DatasetFolder()
    try folder.write(card("wine", title: "T", file: "../t.csv"), as: "w.yaml")
    try folder.write("name: [", as: "beer.yaml")
    let library = try DatasetLibrary(folders: [folder.url])
    #expect(library.cards.isEmpty && library.faults.count == 2)
    do {
      _ = try library.card(named: "wine")
      Issue.record("the card was found")
    } catch {
      #expect(error.description.contains("w.yaml, line 3: file is \"../t.csv\" but must be the plain name"))
    }
    #expect(throws: DatasetError.self) { try library.card(named: "beer") }
  }

  @Test("a folder that is not there is refused")
  func missingFolder() throws {
    #expect(throws: DatasetError.file(.missing(path: "/nowhere"))) {
      try DatasetLibrary(folders: [URL(fileURLWithPath: "/nowhere")])
    }
  }
}
