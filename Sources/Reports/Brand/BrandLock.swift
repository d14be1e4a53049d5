import Study

/// `brand.lock.yaml`: what a client gave and what the report uses, so that nothing is changed unseen.
public enum BrandLock {
  /// - Throws: ``ReportError`` where the house's style sheet lacks a colour.
  public static func yaml(_ brand: Brand, templates: TemplateFolder) throws(ReportError) -> String {
    let style = try BrandStyle(brand, templates: templates)
    var lines = [
      "# Colours as the brand gives them and as the report uses them.", "name: \(quoted(brand.sheet.name))", "colours:",
    ]
    for change in style.palette.changes {
      lines += [
        "  - use: \(quoted(change.use))", "    given: \(quoted("\(change.given)"))",
        "    used: \(quoted("\(change.used)"))", "    rule: \(quoted(change.rule))",
      ]
    }
    lines.append("fonts: [" + brand.fonts.keys.sorted().map(quoted).joined(separator: ", ") + "]")
    if let licence = brand.sheet.fonts.licence { lines.append("font-licence: \(quoted(licence))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line for each colour that is not used as given.
  public static func log(_ brand: Brand, templates: TemplateFolder) throws(ReportError) -> [String] {
    let style = try BrandStyle(brand, templates: templates)
    let changed = style.palette.changes.filter { $0.given != $0.used }
    return changed.map { "brand: \($0.use): \($0.given) given, \($0.used) used (\($0.rule))" } + brand.warnings
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
