public import Study

/// Every attack on a language model's log-probabilities, by published strength, strongest first.
public let tokenAttacks: [any TokenAttack.Type] = [
  TokensReference.self,
  TokensMinKPlusPlus.self,
  TokensMinK.self,
  TokensZlib.self,
  TokensLoss.self,
]

/// What `rollcall audit` runs where it is asked for all.
public let tokenVariants: [any TokenAttack] = [
  TokensReference(),
  TokensMinKPlusPlus(k: 0.2), TokensMinKPlusPlus(k: 0.1), TokensMinKPlusPlus(k: 0.3),
  TokensMinK(k: 0.2), TokensMinK(k: 0.1), TokensMinK(k: 0.3),
  TokensZlib(),
  TokensLoss(),
]
