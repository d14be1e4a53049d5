import Reports
import Testing

@Suite("A drawing")
struct DrawingCheckTests {
  @Test("of marks and text is taken")
  func plain() throws {
    try DrawingCheck.check(Sample.drawing("one", width: 720), figure: "one")
    try DrawingCheck.check(
      "<svg viewBox=\"0 0 1 1\"><defs><clipPath id=\"a\"><rect width=\"1\" height=\"1\"/></clipPath></defs>"
        + "<g clip-path=\"url(#a)\"><text x=\"1\">a &lt; b &amp; c</text><use href=\"#a\"/></g></svg>\n", figure: "two")
  }

  @Test(
    "with anything else is refused",
    arguments: [
      "", "text", "<svg>", "<svg></svg><p></p>", "<svg></svg>text", "<p></p>", "<svg><g></svg>",
      "<svg><script>alert(1)</script></svg>", "<svg onload=\"alert(1)\"></svg>", "<svg ONLOAD=\"alert(1)\"></svg>",
      "<svg><foreignObject></foreignObject></svg>", "<svg><style>*{}</style></svg>", "<svg style=\"x\"></svg>",
      "<svg><use href=\"http://a.example/b\"/></svg>", "<svg><use xlink:href=\"data:x\"/></svg>",
      "<svg><path fill=\"url(http://a.example)\"/></svg>", "<svg><path fill=\"u&#114;l(http://a.example)\"/></svg>",
      "<svg><title><b>x</b></title></svg>", "<svg><title><g/></title></svg>", "<svg><!-- x --></svg>",
      "<svg><![CDATA[x]]></svg>", "<svg><path d=\"a\"\u{301} onload=\"alert(1)\"/></svg>", "<svg><path d='a'/></svg>",
      "<svg><path d=a/></svg>", "<svg><image href=\"#a\"/></svg>", "<svg><svg></svg></svg>",
      "<svg><path d=\"<\"/></svg>",
    ])
  func hostile(svg: String) {
    #expect(throws: ReportError.self) { try DrawingCheck.check(svg, figure: "one") }
  }

  @Test("is named when it is refused")
  func named() throws {
    var figures = Sample.figures(Sample.results())
    figures.append(
      Sample.figure("bad", kind: "roc", cell: nil, dataset: nil, model: nil).with(svg: "<svg><a></a></svg>"))
    #expect(throws: ReportError.unsafeDrawing(figure: "bad", problem: "<a> is not allowed there")) {
      try Sample.html(figures: figures)
    }
  }
}
