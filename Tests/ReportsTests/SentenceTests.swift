import Findings
import Reports
import Study
import Testing

@Suite("Sentences follow the numbers")
struct SentenceTests {
  static let base = Result { try Sample.text() }
  /// The page before the edits, with one more cell of too little evidence.
  static let edited = Result {
    var results = Sample.results()
    results.cells[15] = Sample.insufficient(results.cells[15])
    return try Sample.text(results)
  }

  @Test("and nothing else changes with them", arguments: Edit.all)
  func edits(edit: Edit) throws {
    var base = Sample.results()
    base.cells[15] = Sample.insufficient(base.cells[15])
    var edited = base
    edit.apply(&edited)
    let (here, there) = try Sample.text(edited).differences(from: Self.edited.get())
    #expect(!there.isEmpty)
    for phrase in edit.appears {
      #expect(here.contains { $0.contains(phrase) }, "'\(phrase)' did not appear: \(here)")
    }
    for block in here {
      #expect(edit.allowed.contains { block.contains($0) }, "'\(block)' changed without cause")
    }
  }

  @Test("of the summary, word for word")
  func summary() throws {
    let text = try Self.base.get()
    for sentence in [
      "An outsider who may query probabilities can pick out 44\u{A0}% of the German credit random forest’s members "
        + "(95\u{A0}% interval 20 to 60) while wrongly accusing 1 in 100 non-members.",
      "The strongest of 9 undefended combinations, by the lower end of the interval over the rate of wrong "
        + "accusations; guessing finds 1 in 100 members. All combinations are in the table below.",
      "3 models on 3 datasets, without a defence and with 2 defences: 27 combinations.",
      "1 combination was skipped: DP-SGD needs gradients and a forest has none "
        + "(German credit / Random forest / Private training (DP-SGD))",
      "Gradient norm could not be run everywhere: the weights are not at hand",
      "Outsiders who see raw scores or hold the weights; they may find more.",
      "For Meranti Group · 24 November 2026", "Can an outsider tell who was in the training data?",
    ] {
      #expect(text.blocks.contains(sentence), "missing: \(sentence)")
    }
  }

  @Test("of a section, word for word")
  func section() throws {
    let text = try Self.base.get()
    for sentence in [
      "An outsider who may query probabilities can pick out 44\u{A0}% of the members (95\u{A0}% interval 20 to 60) "
        + "while wrongly accusing 1 in 100 non-members.",
      "Outside its training half the model is right on 75.2\u{A0}% of the records (95\u{A0}% interval 74.0 to 76.4); "
        + "always naming the most frequent class would be right on 70.0\u{A0}%. "
        + "On its training half it is right on 98.1\u{A0}%.",
      "Rounded probabilities: LiRA, online finds 35\u{A0}% of the members (95\u{A0}% interval 16 to 48) "
        + "at 1 in 100 wrongly accused (leak shown); "
        + "accuracy is 75.2\u{A0}% where it is 75.2\u{A0}% without a defence.",
      "The tested attacks showed no leak: LiRA, online finds 1.1\u{A0}% of the members "
        + "(95\u{A0}% interval 0.5 to 1.5) while wrongly accusing 1 in 100 non-members, and guessing finds 1 in 100.",
    ] {
      #expect(text.blocks.contains(sentence), "missing: \(sentence)")
    }
  }

  @Test("say plainly where evidence is thin and what would mend it")
  func shortage() throws {
    var results = Sample.results()
    for index in results.cells.indices where results.cells[index].defence == "none" {
      results.cells[index] = Sample.insufficient(results.cells[index])
    }
    let text = try Sample.text(results)
    #expect(
      text.contains(
        "The evidence is insufficient for a verdict on any undefended combination; more records or more models would "
          + "mend it."))
    #expect(
      text.contains(
        "The evidence is insufficient for a verdict: to judge at 1 in 10 wrongly accused takes 10 people outside the "
          + "training halves and 100 independent comparisons, and there are 7 and 62. More records or more models "
          + "would mend it."))
    #expect(!text.contains("can pick out"))
  }

  @Test("give good news too")
  func goodNews() throws {
    var results = Sample.results()
    for index in results.cells.indices { results.cells[index].verdict = .noLeakShown }
    let text = try Sample.text(results)
    #expect(
      text.contains("The tested attacks showed no leak in any of the 9 undefended combinations that could be judged."))
  }

  @Test("name failed checks before anything else in the text")
  func failedChecks() throws {
    var results = Sample.results()
    results.checks[0].verdict = .failed
    let html = try Sample.html(results)
    let text = PageText(html)
    #expect(
      text.contains(
        "A check of the test itself failed: nothing to find. With memberships redrawn at random an attack still told "
          + "members from non-members"))
    let caution = try #require(html.firstRange(of: "class=\"caution\""))
    let summary = try #require(html.firstRange(of: "id=\"summary\""))
    #expect(caution.lowerBound < summary.lowerBound)
    #expect(!(try Sample.page.get()).contains("class=\"caution\""))
  }

  @Test("print n/a with a reason where a number is undefined")
  func undefined() throws {
    var results = Sample.results()
    Edit.headline(&results) { $0.auc = Estimate(value: .nan, low: .nan, high: .nan, method: .bootstrap) }
    let text = try Sample.text(results)
    #expect(text.contains("n/a: no member and non-member to compare"))
    #expect(!text.blocks.contains { $0.contains(/\bnan\b/) })
  }

  @Test("tell of cells that failed and of attacks by person")
  func failures() throws {
    var results = Sample.results()
    results.cells[9].status = .failed
    results.cells[9].reason = "the disk is full"
    results.cells[9].verdict = nil
    results.cells[3].attacks[0].subjects = results.cells[3].attacks[0].headline
    let text = try Sample.text(results)
    for sentence in [
      "1 combination failed: the disk is full (Readmission / Random forest / No defence)", "Failed: the disk is full",
      "This combination failed: the disk is full", "11", "n/a: no figure was made",
      "Each attack by applicant rather than by recordMembers found at the wrong accusations stated, and AUC, "
        + "with intervals",
    ] {
      #expect(text.blocks.contains(sentence), "missing: \(sentence)")
    }
  }

  @Test("say that no attack could be run where none was")
  func unattacked() throws {
    var results = Sample.results()
    results.cells[0].attacks = [results.cells[0].attacks[3]]
    results.cells[0].headlineAttack = nil
    results.cells[0].verdict = nil
    let text = try Sample.text(results)
    #expect(text.contains("No attack could be run on this combination; the table of attacks says why."))
    #expect(text.blocks.contains("not run: the weights are not at hand"))
    #expect(text.blocks.contains("no verdict"))
  }

  @Test("tell a leak that only the order of scores gives away as such, never as a share that is no more than chance")
  func order() throws {
    var results = Sample.results()
    for cell in results.cells.indices {
      for attack in results.cells[cell].attacks.indices {
        guard let points = results.cells[cell].attacks[attack].headline?.tpr else { continue }
        results.cells[cell].attacks[attack].headline?.tpr = points.map { point in
          var point = point
          (point.value, point.low, point.high) = (0, 0, point.fprLimit / 2)
          return point
        }
      }
    }
    let text = try Sample.text(results)
    #expect(text.contains("An outsider who may query probabilities can rank a member of the "))
    #expect(
      text.contains(
        "where guessing has 0.5; at 1 in 100 wrongly accused no more is shown to be found than by guessing."))
    #expect(text.contains("can rank a member above a non-member with probability "))
    #expect(!text.contains("can pick out"))
  }

  @Test("list an attack that ran nowhere once, under what was not tested")
  func leftOut() throws {
    let text = try Sample.text(Sample.results())
    #expect(text.contains("1 more attack could not be run here"))
    #expect(!text.blocks.contains("not run: the weights are not at hand"))
  }

  @Test("of an audit say that nothing was trained")
  func audit() throws {
    var results = Sample.results()
    results.kind = .audit
    let text = try Sample.text(results)
    #expect(text.blocks.contains("Membership-inference audit · credit-study"))
    #expect(text.contains("Nothing was trained here, and how members were drawn is as the client says."))
    #expect(!text.contains("complementary pairs: one on"))
  }

  @Test("tell settings of one defence apart")
  func settings() throws {
    var results = Sample.results()
    results.cells[1].defence = "dp-sgd"
    results.cells[1].parameters.defence = ["epsilon": .number(0.5)]
    let text = try Sample.text(results)
    #expect(text.blocks.contains("Private training (DP-SGD), epsilon 0.5"))
    #expect(text.blocks.contains("Private training (DP-SGD), epsilon 4"))
  }

  @Test("never promise what was not measured")
  func words() throws {
    let text = try Self.base.get().blocks.joined(separator: " ").lowercased()
    for word in ["anonymous", "compliant", "secure", " safe", "!"] {
      #expect(!text.contains(word), "'\(word)' must not be used")
    }
  }
}
