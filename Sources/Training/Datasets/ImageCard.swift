/// Grey images and labels in IDX files, as MNIST and its kin are stored.
public struct ImageCard: Equatable, Sendable {
  /// A pair of files.
  public struct Part: Equatable, Sendable {
    /// Plain names.
    public let images: String
    public let labels: String
    /// SHA-256 of the files as stored.
    public let imagesDigest: String
    public let labelsDigest: String
  }

  /// Pixels.
  public let height: Int
  public let width: Int
  /// An absolute folder that may hold the files, looked in last; empty where the card names none.
  public let folder: String
  /// In the order of records.
  public let parts: [Part]

  init(_ node: CardNode) throws(DatasetError) {
    height = try node.required("height").whole(1...Self.longestSide)
    width = try node.required("width").whole(1...Self.longestSide)
    folder = try node.optional("folder")?.text() ?? ""
    var parts: [Part] = []
    for part in try node.required("parts").list() {
      parts.append(
        Part(
          images: try DatasetCard.file(part.required("images")), labels: try DatasetCard.file(part.required("labels")),
          imagesDigest: try part.required("images_sha256").digest(),
          labelsDigest: try part.required("labels_sha256").digest()))
    }
    guard !parts.isEmpty else { throw try node.required("parts").wrong("a list of at least one pair of files") }
    self.parts = parts
  }

  private static let longestSide = 1_024
}
