public import Findings

/// A picture of findings.
///
/// What can be missing is settled in ``all(in:)``, and every number and word in the figure comes from there; drawing
/// fails only for want of fonts.
public protocol Figure: Sendable {
  /// `roc`.
  static var kind: String { get }
  /// Every figure of the kind that the findings give; none where there is nothing to draw.
  static func all(in findings: Findings) -> [Self]
  var caption: Caption { get }
  /// The numbers behind it.
  var table: DataTable { get }
  /// The marks, without title and source.
  func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing
}

/// The two widths that figures are drawn for, each with a layout of its own.
public enum Form: Sendable {
  /// 720 pixels: screens and print.
  case wide
  /// 350 pixels: telephones and one column of print.
  case narrow

  var width: Double { self == .wide ? 720 : 350 }
}

/// The words round a drawing.
public struct Caption: Equatable, Sendable {
  /// File stem and anchor, unique in a report.
  public let id: String
  /// What it shows, where it shows one: the cell, the dataset, the model.
  public var cell: String?
  public var dataset: String?
  public var model: String?
  /// What was found, with a number, in at most ``longestTitle`` characters.
  public let title: String
  /// The measure, its unit, its scale.
  public let subtitle: String
  /// Data, how many targets and records, what bands and lines mean, how the attack was chosen.
  public let source: String
  /// The figure in words.
  public let words: String

  public static let longestTitle = 95

  /// The first title that is not too long; else the last.
  static func fitting(_ titles: String...) -> String {
    titles.first { $0.count <= longestTitle } ?? titles.last ?? ""
  }
}
