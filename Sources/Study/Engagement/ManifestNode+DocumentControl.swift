extension ManifestNode {
  /// `report:` of a manifest.
  func documentControl() throws(ManifestError) -> DocumentControl {
    let members = try members(
      of: "report",
      known: [
        "title", "client", "authors", "reviewers", "distribution", "version", "status", "classification", "retention",
        "brand", "language",
      ])
    var report = DocumentControl()
    report.title = try members["title"]?.text(of: "report: title", longest: 200)
    report.client = try members["client"]?.text(of: "report: client", longest: 200)
    report.authors = try members["authors"]?.texts(of: "report: authors") ?? []
    report.reviewers = try members["reviewers"]?.texts(of: "report: reviewers") ?? []
    report.distribution = try members["distribution"]?.texts(of: "report: distribution") ?? []
    report.version = try members["version"]?.text(of: "report: version", longest: 64)
    report.classification = try members["classification"]?.text(of: "report: classification", longest: 100)
    report.brand = try members["brand"]?.text(of: "report: brand", longest: 1_000)
    report.language = try members["language"]?.languageTag(of: "report: language")
    report.retention = try members["retention"].map { node throws(ManifestError) in try Manifest.date(node) }
    if let node = members["status"] {
      report.status = try node.choice(
        of: "report: status", among: DocumentControl.Status.allCases.map { ($0.rawValue, $0) })
    }
    return report
  }

  /// One text or a list of them.
  private func texts(of what: String) throws(ManifestError) -> [String] {
    var result: [String] = []
    for element in try several(of: what) { result.append(try element.text(of: what, longest: 200)) }
    return result
  }
}
