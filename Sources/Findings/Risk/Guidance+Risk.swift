import Study

extension Guidance {
  /// Rates what the engagement lets be rated.
  func addRatings(to assessment: inout Assessment, of results: Results) {
    guard let engagement = assessment.engagement else { return }
    let rater = TargetRater(
      rubric: rating, sharing: sharing, results: results, engagement: engagement,
      reviewers: assessment.document.reviewers.count)
    assessment.targets = rater.ratings
    assessment.rating = TargetRater.overall(assessment.targets, cells: results.cells)
  }
}
