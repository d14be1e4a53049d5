import Files
import Findings
import Foundation
import Logging
import Reports
import Study
import Training

/// A manifest with everything it names found and checked: what `plan` and `run` start from.
struct Session {
  let manifest: Manifest
  let plan: Plan
  /// The manifest's file name and the digest of its bytes.
  let manifestName: String
  let manifestDigest: String
  /// One for each dataset of the manifest that is here, in order.
  let studies: [StudyData]
  /// Why each of the others is not: its cells are skipped for it.
  let absent: [(choice: Manifest.DatasetChoice, reason: String)]
  let places: Places
  let templates: URL
  let guidance: GuidanceFolders.Content
  let brand: Brand?
  let storeFolder: URL
  let talk: TalkOptions
  let logger: Logger

  /// - Throws: ``Study/ManifestError``, ``Files/FileError``, ``Training/DatasetError``, ``StudyDataError``.
  init(manifest path: String, places options: PlaceOptions, talk: TalkOptions) throws {
    self.talk = talk
    logger = Console.logger(level: talk.quiet ? .warning : talk.verbose ? .debug : .notice)
    places = options.places(manifest: path)
    storeFolder = options.storeFolder
    let url = URL(fileURLWithPath: path)
    // One byte more than a manifest may have is enough to refuse it.
    let text = Array(try GivenFile.prefix(of: url, count: Manifest.largestFile + 1))
    manifestName = url.lastPathComponent
    manifestDigest = Digest.hex(of: text)
    let library = try places.library()
    manifest = try Manifest.read(
      text, file: path, catalogue: Registries.catalogue(datasets: library.names))
    templates = try places.templateFolder()
    guidance = try GuidanceFolders(templates: templates, beside: places.manifestFolder).read()
    if let engagement = manifest.engagement {
      try guidance.guidance.check(engagement, datasets: manifest.datasets.map(\.name), file: path)
    }
    brand = try BrandFolder.named(manifest.report.brand, beside: places.manifestFolder)
    // Refused before anything is trained.
    _ = try LanguageFolder(templates: templates).language(manifest.report.language, brand: brand)
    plan = Plan(manifest)
    var (studies, absent): ([StudyData], [(choice: Manifest.DatasetChoice, reason: String)]) = ([], [])
    for choice in manifest.datasets {
      do { studies.append(try StudyData(choice, manifest: manifest, library: library)) } catch let error
        as DatasetError
      {
        guard case .absent = error else { throw error }
        absent.append((choice, error.description))
        logger.warning("\(error)")
      }
    }
    (self.studies, self.absent) = (studies, absent)
    if let first = absent.first, studies.isEmpty { throw StudyDataError.allAbsent(first.reason) }
  }

  /// Why a cell's dataset is not here; nil where it is.
  func absence(of cell: Cell) -> String? { absent.first { $0.choice == cell.dataset }?.reason }

  func study(of cell: Cell) -> StudyData? { studies.first { $0.choice == cell.dataset } }
}

/// A dataset of the manifest, loaded, with its pool's coin flips.
struct StudyData: Sendable {
  let choice: Manifest.DatasetChoice
  let loaded: LoadedDataset
  let design: PoolDesign
  /// Fresh halves of the targets outside the pool.
  let independent: Membership
  /// ``Training/RecordsDigest``.
  let digest: String
  let seed: UInt64

  init(_ choice: Manifest.DatasetChoice, manifest: Manifest, library: DatasetLibrary) throws {
    self.choice = choice
    seed = manifest.seed
    loaded = try Dataset.load(try library.card(named: choice.name), rows: choice.rows, seed: manifest.seed)
    digest = RecordsDigest.hex(of: loaded.records)
    do {
      design = try PoolDesign(
        records: loaded.records, models: manifest.pool.models, population: manifest.pool.population,
        seed: manifest.seed)
      independent = design.independent(manifest.pool.independent, seed: manifest.seed)
    } catch {
      throw StudyDataError.noPool(dataset: choice.name, error)
    }
  }
}

/// Why a dataset cannot be studied.
enum StudyDataError: Error, Equatable, CustomStringConvertible {
  case noPool(dataset: String, PoolError)
  case allAbsent(String)

  var description: String {
    switch self {
    case .noPool(let dataset, let error): "dataset '\(dataset)': \(error)"
    case .allAbsent(let reason): "none of the datasets is here: \(reason)"
    }
  }
}
