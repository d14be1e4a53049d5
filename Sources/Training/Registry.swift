public import Study

/// The trainers that a manifest can name.
public let trainers: [any Trainer.Type] = [
  LogisticRegression.self,
  MultilayerPerceptron.self,
  ConvolutionalNetwork.self,
  DecisionTree.self,
  RandomForest.self,
  ExtraTrees.self,
  GaussianNaiveBayes.self,
  NearestNeighbours.self,
]

/// The defences that a manifest can name.
public let defences: [any Defence.Type] = [
  NoDefence.self,
  WeightDecay.self,
  Rounding.self,
]
