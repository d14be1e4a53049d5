public import Study

/// Every attack, by published strength, strongest first.
///
/// The order decides colours and which attack speaks for a cell. It is fixed here, before any data are seen, so that
/// nothing is chosen and judged on the same data.
public let attacks: [any Attack.Type] = [
  LiRAOnline.self,
  RMIAOnline.self,
  LiRAOffline.self,
  RMIAOffline.self,
  AttackP.self,
  Loss.self,
]
