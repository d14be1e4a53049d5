/// How a report speaks: its fixed words in the place of the English ones, and how numbers and dates are written.
///
/// English stands in code and templates, as what its readers check it by, and is listed in one catalogue,
/// `Templates/Languages/messages.yaml`; another language is a file beside that gives each message another wording. What
/// a client states and the facts under `Guidance` are data and stay as they are.
///
///     try Language.$spoken.withValue(language) { try Report.html(...) }
public struct Language: Equatable, Sendable {
  /// As of BCP 47: `en-GB`, `id`.
  public let tag: String
  /// Between the whole part of a number and the rest.
  let decimalMark: String
  /// Between thousands.
  let thousandsMark: String
  /// `{day} {month} {year}` in the order of the language.
  let dateForm: String
  /// Twelve names.
  let months: [String]
  /// Other wordings by the English one; what is missing is said in English.
  public let messages: [String: String]

  /// Of the document that is being made; of this task and those it starts.
  ///
  /// Wordings and numbers are made in hundreds of small places, all of one document: handing the language to each would
  /// bury what they say.
  @TaskLocal public static var spoken = Language.english

  /// The language of code and templates.
  public static let english = Language(
    tag: "en-GB", decimalMark: ".", thousandsMark: ",", dateForm: "{day} {month} {year}",
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ], messages: [:])

  /// A number as written by a program, `12.5`, with this language's marks: `12,5`; thousands stay together.
  public func decimal(_ plain: String) -> String {
    decimalMark == "." ? plain : plain.replacing(".", with: decimalMark)
  }

  /// A run of digits with marks between thousands: `20,000`.
  public func grouped(_ digits: String) -> String {
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { result += thousandsMark }
      result.append(digit)
    }
    return result
  }

  /// `24 November 2026` of `2026-11-24`; anything else as it is.
  public func date(_ text: String) -> String {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      months.indices.contains(month - 1), (1...31).contains(day)
    else { return text }
    return dateForm.replacing("{day}", with: "\(day)").replacing("{month}", with: months[month - 1])
      .replacing("{year}", with: "\(year)")
  }
}
