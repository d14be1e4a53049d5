import CKernels

/// Many normals, one a record.
package struct Normals {
  let means: [Double]
  let deviations: [Double]
  let floor: Double

  /// - Parameters:
  ///   - deviations: as many as means, 0 or more and finite.
  ///   - floor: added to each deviation; above 0, so that a deviation of 0 still gives a density.
  package init(means: [Double], deviations: [Double], floor: Double) {
    precondition(means.count == deviations.count && floor > 0, "a normal needs a deviation above 0")
    self.means = means
    self.deviations = deviations
    self.floor = floor
  }

  /// For each record ln of the density at its value, less ln of its density under `other`.
  ///
  /// The bits are those of ``Normal/logDensity(_:)``.
  package func logDensityRatios(_ values: [Double], over other: Normals) -> [Double] {
    precondition(values.count == means.count && values.count == other.means.count)
    return [Double](unsafeUninitializedCapacity: values.count) { ratios, count in
      withNormals { own in
        other.withNormals { other in
          rk_density_ratio(KernelPath.best.code, values.count, values, own, other, ratios.baseAddress)
        }
      }
      count = values.count
    }
  }

  /// For each record ln of the probability of a value above its own.
  package func logSurvivals(_ values: [Double]) -> [Double] {
    precondition(values.count == means.count)
    return values.indices.map {
      Normal(mean: means[$0], deviation: deviations[$0] + floor).logSurvival(values[$0])
    }
  }

  private func withNormals(_ body: (rk_normals) -> Void) {
    means.withUnsafeBufferPointer { means in
      deviations.withUnsafeBufferPointer { deviations in
        body(rk_normals(means: means.baseAddress, deviations: deviations.baseAddress, floor: floor))
      }
    }
  }
}
