import CCairo

/// Draws with Cairo and Pango into bytes in memory: a PNG at two pixels a unit, or a PDF 183 mm wide at 720 units.
struct CairoCanvas: Canvas, ~Copyable {
  private let surface: OpaquePointer
  private let cairo: OpaquePointer
  private let pango: OpaquePointer
  private let typesetter: Typesetter
  private let theme: Theme
  /// Where Cairo's stream goes; unused for PNG.
  private let stream: Bytes

  private final class Bytes { var all: [UInt8] = [] }

  /// Print points a unit: 720 units are 183 mm.
  static let points = 0.72

  /// A canvas for ``png()``, covered with paper.
  init(pixels size: Size, scale: Double = 2, theme: Theme, typesetter: Typesetter) throws(CanvasError) {
    let width = Int32((size.width * scale).rounded(.up))
    let height = Int32((size.height * scale).rounded(.up))
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
    try self.init(surface: surface, stream: Bytes(), scale: scale, theme: theme, typesetter: typesetter)
    paint(Fill(.bg))
    cairo_paint(cairo)
  }

  /// A canvas for ``pdf()``.
  init(pdf size: Size, title: String, theme: Theme, typesetter: Typesetter) throws(CanvasError) {
    let stream = Bytes()
    let write: cairo_write_func_t = { stream, data, length in
      guard let stream, let data else { return CAIRO_STATUS_WRITE_ERROR }
      let bytes = Unmanaged<Bytes>.fromOpaque(stream).takeUnretainedValue()
      bytes.all.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }
    let surface = cairo_pdf_surface_create_for_stream(
      write, Unmanaged.passUnretained(stream).toOpaque(), size.width * Self.points, size.height * Self.points)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    // The same bytes from run to run.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    try self.init(surface: surface, stream: stream, scale: Self.points, theme: theme, typesetter: typesetter)
    if theme == .dark {
      paint(Fill(.bg))
      cairo_paint(cairo)
    }
  }

  private init(
    surface: OpaquePointer?, stream: Bytes, scale: Double, theme: Theme, typesetter: Typesetter
  ) throws(CanvasError) {
    guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let cairo = cairo_create(surface) else {
      throw .refused(reason: String(cString: cairo_status_to_string(cairo_surface_status(surface))))
    }
    cairo_scale(cairo, scale, scale)
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
    guard let pango = typesetter.context(for: cairo) else { throw .refused(reason: "Pango has no context") }
    self.surface = surface
    self.cairo = cairo
    self.pango = pango
    self.typesetter = typesetter
    self.theme = theme
    self.stream = stream
  }

  deinit {
    rollcall_unref(UnsafeMutableRawPointer(pango))
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  /// The finished picture.
  func png() throws(CanvasError) -> [UInt8] {
    cairo_surface_flush(surface)
    try check()
    guard let data = cairo_image_surface_get_data(surface) else { throw .refused(reason: "no pixels") }
    let width = Int(cairo_image_surface_get_width(surface))
    let height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    return try PNG(
      pixels: UnsafeRawBufferPointer(start: data, count: stride * height), width: width, height: height, stride: stride
    ).bytes()
  }

  /// The finished page.
  func pdf() throws(CanvasError) -> [UInt8] {
    cairo_show_page(cairo)
    cairo_surface_finish(surface)
    try check()
    return stream.all
  }

  private func check() throws(CanvasError) {
    for status in [cairo_status(cairo), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw .refused(reason: String(cString: cairo_status_to_string(status)))
    }
  }

  mutating func draw(_ mark: Mark) throws(CanvasError) {
    cairo_new_path(cairo)
    switch mark {
    case .line(let path, let stroke):
      trace(path)
      self.stroke(stroke)
    case .area(let path, let fill, let rim):
      trace(path)
      cairo_close_path(cairo)
      self.fill(fill, rim)
    case .disc(let centre, let radius, let fill, let rim):
      trace(
        Box(left: centre.x - radius, top: centre.y - radius, width: 2 * radius, height: 2 * radius), corner: radius)
      self.fill(fill, rim)
    case .rectangle(let box, let corner, let fill, let rim):
      trace(box, corner: corner)
      self.fill(fill, rim)
    case .text(let label): try text(label)
    }
  }

  private func text(_ label: Label) throws(CanvasError) {
    let line = try typesetter.line(label.string, label.font, in: pango)
    let share =
      switch label.anchor {
      case .start: 0.0
      case .middle: 0.5
      case .end: 1.0
      }
    cairo_save(cairo)
    cairo_translate(cairo, label.place.x, label.place.y)
    if label.direction.y != 0 {
      let (x, y) = (label.direction.x, label.direction.y)
      let length = (x * x + y * y).squareRoot()
      var turn = cairo_matrix_t(xx: x / length, yx: y / length, xy: -y / length, yy: x / length, x0: 0, y0: 0)
      cairo_transform(cairo, &turn)
      pango_cairo_update_layout(cairo, line.layout)
    }
    let left = -share * line.width
    if label.halo {
      cairo_move_to(cairo, left, -line.baseline)
      pango_cairo_layout_path(cairo, line.layout)
      stroke(Stroke(.bg, 4))
    }
    cairo_move_to(cairo, left, -line.baseline)
    paint(Fill(label.ink))
    pango_cairo_show_layout(cairo, line.layout)
    cairo_restore(cairo)
    if label.direction.y != 0 { pango_cairo_update_context(cairo, pango) }
  }

  private func trace(_ path: [Point]) {
    for point in path { cairo_line_to(cairo, point.x, point.y) }
  }

  /// Corners are cubic curves rather than Cairo's arcs, whose points come from the C library's sine.
  private func trace(_ box: Box, corner: Double) {
    guard corner > 0 else { return cairo_rectangle(cairo, box.left, box.top, box.width, box.height) }
    // How far the control points of a quarter circle are from its ends, in radii.
    let pull = corner * (1 - 0.5522847498307936)
    let (left, top, right, bottom) = (box.left, box.top, box.right, box.bottom)
    cairo_move_to(cairo, left + corner, top)
    cairo_line_to(cairo, right - corner, top)
    cairo_curve_to(cairo, right - pull, top, right, top + pull, right, top + corner)
    cairo_line_to(cairo, right, bottom - corner)
    cairo_curve_to(cairo, right, bottom - pull, right - pull, bottom, right - corner, bottom)
    cairo_line_to(cairo, left + corner, bottom)
    cairo_curve_to(cairo, left + pull, bottom, left, bottom - pull, left, bottom - corner)
    cairo_line_to(cairo, left, top + corner)
    cairo_curve_to(cairo, left, top + pull, left + pull, top, left + corner, top)
    cairo_close_path(cairo)
  }

  private func fill(_ fill: Fill, _ rim: Stroke?) {
    paint(fill)
    guard let rim else { return cairo_fill(cairo) }
    cairo_fill_preserve(cairo)
    stroke(rim)
  }

  private func stroke(_ stroke: Stroke) {
    paint(Fill(stroke.ink, opacity: stroke.opacity))
    cairo_set_line_width(cairo, stroke.width)
    let dash = stroke.dash.map { [$0.on, $0.off] } ?? []
    cairo_set_dash(cairo, dash, Int32(dash.count), 0)
    cairo_stroke(cairo)
  }

  private func paint(_ fill: Fill) {
    let colour = theme.colour(of: fill.ink)
    func part(_ shift: UInt32) -> Double { Double(colour >> shift & 255) / 255 }
    if fill.opacity == 1 {
      cairo_set_source_rgb(cairo, part(16), part(8), part(0))
    } else {
      cairo_set_source_rgba(cairo, part(16), part(8), part(0), fill.opacity)
    }
  }
}
