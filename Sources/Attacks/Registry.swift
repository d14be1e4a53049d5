public import Study

/// Every attack, by published strength, strongest first.
///
/// The order decides colours and which attack speaks for a cell. It is fixed here, before any data are seen, so that
/// nothing is chosen and judged on the same data. BaVarIA, whose paper shows it at least as strong as the four before
/// it, comes after them: a preprint of one author does not yet speak for a cell.
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
  CorrectnessAttack.self,
]
