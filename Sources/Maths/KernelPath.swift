package import CKernels

/// Which instructions the numeric kernels use: a matter of speed alone, since every path gives the same bits.
public enum KernelPath: String, CaseIterable, Sendable {
  /// Any CPU.
  case scalar
  /// AVX2 and FMA: eight numbers at a time.
  case avx2
  /// AVX-512F: sixteen numbers at a time.
  case avx512

  /// The fastest path of this CPU.
  public static var best: KernelPath { allCases.last { $0.isSupported } ?? .scalar }

  /// Whether this CPU has the instructions.
  public var isSupported: Bool { rk_supports(code) == 1 }

  /// The path as the C functions take it.
  package var code: rk_path {
    switch self {
    case .scalar: rk_scalar
    case .avx2: rk_avx2
    case .avx512: rk_avx512
    }
  }
}

extension KernelPath: CustomStringConvertible {
  /// As provenance and reports write it.
  public var description: String {
    switch self {
    case .scalar: "scalar"
    case .avx2: "AVX2 + FMA"
    case .avx512: "AVX-512F"
    }
  }
}
