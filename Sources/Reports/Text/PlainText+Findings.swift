import Figures
import Findings
import Study

extension String {
  fileprivate var plain: String { PlainText.plain(self) }
}

extension Findings {
  /// The same findings with every text made fit for a page.
  var plain: Findings {
    Findings(
      results: results.plain, curves: curves, names: names.plain, assessment: assessment.plain, guidance: guidance)
  }
}

extension Assessment {
  /// What a client states is as untrusted as its data.
  fileprivate var plain: Assessment {
    var assessment = self
    let document = document
    assessment.document.title = document.title?.plain
    assessment.document.client = document.client?.plain
    assessment.document.authors = document.authors.map(\.plain)
    assessment.document.reviewers = document.reviewers.map(\.plain)
    assessment.document.distribution = document.distribution.map(\.plain)
    assessment.document.version = document.version?.plain
    assessment.document.classification = document.classification?.plain
    assessment.engagement?.system = engagement?.system?.plain
    assessment.engagement?.prior?.because = engagement?.prior?.because.plain ?? ""
    for index in findings.indices {
      assessment.findings[index].cells = findings[index].cells.map(\.plain)
      assessment.findings[index].attacks = findings[index].attacks.map(\.plain)
      assessment.findings[index].groups = findings[index].groups.map(\.plain)
    }
    for index in targets.indices { assessment.targets[index].cell = targets[index].cell.plain }
    return assessment
  }
}

extension Results {
  fileprivate var plain: Results {
    var results = self
    results.name = name.plain
    results.date = date?.plain
    results.report = Heading(title: report.title?.plain, client: report.client?.plain)
    results.datasets = datasets.map(\.plain)
    results.cells = cells.map(\.plain)
    results.checks = checks.map(\.plain)
    return results
  }
}

extension Results.Check {
  fileprivate var plain: Results.Check {
    var check = self
    check.name = name.plain
    for index in figures.indices {
      check.figures[index].cell = figures[index].cell.plain
      check.figures[index].attack = figures[index].attack?.plain
    }
    return check
  }
}

extension Exposure {
  fileprivate var plain: Exposure {
    var exposure = self
    exposure.attack = attack.plain
    for index in partitions.indices {
      exposure.partitions[index].attribute = partitions[index].attribute.plain
      exposure.partitions[index].suppressed = partitions[index].suppressed.map(\.plain)
      for group in partitions[index].groups.indices {
        exposure.partitions[index].groups[group].name = partitions[index].groups[group].name.plain
      }
    }
    return exposure
  }
}

extension Results.DatasetFacts {
  fileprivate var plain: Results.DatasetFacts {
    var facts = self
    facts.name = name.plain
    facts.title = title.plain
    facts.domain = domain.plain
    facts.subject = subject.plain
    facts.digest = digest.plain
    facts.licence = licence.plain
    facts.citation = citation.plain
    return facts
  }
}

extension CellResult {
  fileprivate var plain: CellResult {
    var cell = self
    cell.id = id.plain
    cell.dataset = dataset.plain
    cell.model = model.plain
    cell.defence = defence.plain
    cell.reason = reason?.plain
    cell.parameters = CellParameters(model: parameters.model.plain, defence: parameters.defence.plain)
    cell.attacks = attacks.map(\.plain)
    cell.headlineAttack = headlineAttack?.plain
    cell.failedChecks = failedChecks.map(\.plain)
    cell.exposure = exposure?.plain
    return cell
  }
}

extension AttackResult {
  fileprivate var plain: AttackResult {
    var result = self
    result.id = id.plain
    result.attack = attack.plain
    result.reason = reason?.plain
    result.parameters = parameters.plain
    return result
  }
}

extension Parameters {
  fileprivate var plain: Parameters {
    Parameters(map { ($0.key.plain, $0.value.plain) }) { first, _ in first }
  }
}

extension ParameterValue {
  fileprivate var plain: ParameterValue {
    switch self {
    case .word(let word): .word(word.plain)
    case .list(let values): .list(values.map(\.plain))
    case .flag, .whole, .number: self
    }
  }
}

extension Names {
  fileprivate var plain: Names {
    Names(models: models.map(\.plain), defences: defences.map(\.plain), attacks: attacks.map(\.plain))
  }
}

extension Names.Entry {
  fileprivate var plain: Names.Entry {
    Names.Entry(name: name.plain, title: title.plain, summary: summary.plain, source: source.plain)
  }
}

extension DrawnFigure {
  /// The same figure with every text made fit for a page; the drawings are checked elsewhere.
  var plain: DrawnFigure {
    DrawnFigure(
      id: id.plain, kind: kind, cell: cell?.plain, dataset: dataset?.plain, model: model?.plain, title: title.plain,
      subtitle: subtitle.plain, source: source.plain, words: words.plain, table: table?.plain, svg: svg,
      narrowSVG: narrowSVG)
  }
}

extension DataTable {
  fileprivate var plain: DataTable {
    DataTable(
      title: title.plain, columns: columns,
      rows: rows.map { row in
        row.map { cell in
          let text = cell.text.plain
          return Cell(text.isEmpty ? "n/a" : text, range: cell.range)
        }
      }, note: note?.plain)
  }
}

extension ReproductionFacts {
  var plain: ReproductionFacts {
    ReproductionFacts(engine: engine.plain, manifestDigest: manifestDigest.plain, command: command.plain)
  }
}
