public import Study

extension CostBook {
  /// Refuses an input or a region that the facts do not know, and values that it cannot have.
  ///
  /// - Parameter file: How messages call the manifest.
  public func check(_ costs: Engagement.CostInputs, file: String) throws(ManifestError) {
    if let region = costs.region, self.region(region) == nil {
      throw ManifestError(
        file: file,
        message: "engagement: costs: there is no region '\(region)'\(Nearest.hint(for: region, in: regions.map(\.id)))")
    }
    for given in costs.given {
      guard let id = CostParameter(rawValue: given.name), let parameter = self[id] else {
        let known = parameters.map(\.id.rawValue) + ["currency", "exchange", "region"]
        throw ManifestError(
          file: file,
          message: "engagement: costs: there is no input '\(given.name)'\(Nearest.hint(for: given.name, in: known))")
      }
      try check(given, as: parameter, file: file)
    }
  }

  private func check(
    _ given: Engagement.Given, as parameter: Parameter, file: String
  ) throws(ManifestError) {
    let range = parameter.unit.range
    guard range.contains(given.value.low), range.contains(given.value.high) else {
      throw ManifestError(
        file: file,
        message: "engagement: costs: \(given.name) must be from \(ParameterValue.number(range.lowerBound)) to "
          + "\(ParameterValue.number(range.upperBound)), not \(ParameterValue.number(given.value.low)) to "
          + "\(ParameterValue.number(given.value.high))")
    }
    guard parameter.unit != .years || given.value == Spread(given.value.low.rounded()) else {
      throw ManifestError(
        file: file, message: "engagement: costs: \(given.name) must be one whole number of years, such as 3")
    }
  }
}
