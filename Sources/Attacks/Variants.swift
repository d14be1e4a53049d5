public import Study

/// An attack under a name of its own: what `rollcall audit` runs and names its scores by.
public struct Variant: Sendable {
  public let name: String
  public let attack: any Attack

  init(_ name: String, _ attack: any Attack) {
    self.name = name
    self.attack = attack
  }
}

/// The attacks of an audit: with each constant that reference values are known for, and the rest as they stand.
///
/// Attacks of the registry that are not here can be named by themselves; an audit of all of them would show some twice.
public let namedVariants: [Variant] = [
  Variant("lira-online", LiRAOnline(variance: .residual, centre: .mean)),
  Variant("lira-online-record", LiRAOnline(variance: .perRecord, centre: .mean)),
  Variant("lira-online-median", LiRAOnline(variance: .perRecord, centre: .median)),
  Variant("lira-online-published", LiRAOnline(variance: .published, centre: .median)),
  Variant("rmia-online", RMIAOnline(score: .share, gamma: 1)),
  Variant("rmia-online-ratio", RMIAOnline(score: .ratio, gamma: 1)),
  Variant("lira-offline-record", LiRAOffline(variance: .perRecord, centre: .mean)),
  Variant("lira-offline-median", LiRAOffline(variance: .perRecord, centre: .median)),
  Variant("rmia-offline", RMIAOffline(score: .share, gamma: 1, tuned: true, a: OfflineTuning.usual)),
  Variant("rmia-offline-ratio", RMIAOffline(score: .ratio, gamma: 1, tuned: true, a: OfflineTuning.usual)),
  Variant("bavaria-t", BaVarIAT()),
  Variant("bavaria-n", BaVarIAN()),
  Variant("base-online", BASEOnline()),
  Variant("base-offline", BASEOffline()),
  Variant("calibrated-loss", CalibratedLoss()),
  Variant("calibrated-confidence", CalibratedConfidence()),
  Variant("attack-r", AttackR()),
  Variant("quantile", Quantile.standard),
  Variant("attack-p-class", AttackPByClass()),
  Variant("attack-p", AttackP()),
  Variant("loss", Loss()),
  Variant("logit-margin", LogitMargin()),
  Variant("modified-entropy", ModifiedEntropy()),
  Variant("hinge", Hinge()),
  Variant("confidence", Confidence()),
  Variant("max-confidence", MaxConfidence()),
  Variant("entropy", Entropy()),
  Variant("noise-robustness", NoiseRobustness(score: .share)),
  Variant("noise-robustness-contrast", NoiseRobustness(score: .contrast)),
  Variant("correctness", CorrectnessAttack()),
]
