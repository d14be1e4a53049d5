public import Study

/// Every attack, by published strength, strongest first.
///
/// The order decides colours and which attack speaks for a cell. It is fixed here, before any data are seen, so that
/// nothing is chosen and judged on the same data. Attacks that learn of each record from references come before those
/// that do not, likelihood ratios first; BaVarIA, whose preprint shows it at least as strong as the four before it,
/// follows them until others have repeated that. Those that see less of an answer come last.
public let attacks: [any Attack.Type] = [
  LiRAOnline.self,
  RMIAOnline.self,
  LiRAOffline.self,
  RMIAOffline.self,
  BaVarIAT.self,
  BaVarIAN.self,
  BASEOnline.self,
  BASEOffline.self,
  CalibratedLoss.self,
  CalibratedConfidence.self,
  AttackR.self,
  Quantile.self,
  ModifiedEntropyByClass.self,
  AttackPByClass.self,
  AttackP.self,
  Loss.self,
  LogitMargin.self,
  ModifiedEntropy.self,
  Hinge.self,
  Confidence.self,
  MaxConfidence.self,
  Entropy.self,
  NoiseRobustness.self,
  CorrectnessAttack.self,
]
