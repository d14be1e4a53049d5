public import Study

/// The trainers that a manifest can name.
public let trainers: [any Trainer.Type] = [
  LogisticRegression.self,
  MultilayerPerceptron.self,
  ConvolutionalNetwork.self,
  DecisionTree.self,
  RandomForest.self,
  ExtraTrees.self,
  GradientBoostedTrees.self,
  GaussianNaiveBayes.self,
  NearestNeighbours.self,
]

/// The defences that a manifest can name.
public let defences: [any Defence.Type] = [
  NoDefence.self,
  WeightDecay.self,
  Dropout.self,
  EarlyStopping.self,
  SmallerModel.self,
  FewerEpochs.self,
  PrunedTrees.self,
  LabelSmoothing.self,
  Mixup.self,
  ConfidencePenalty.self,
  RelaxLoss.self,
  AdversarialRegularisation.self,
  HAMP.self,
  DPSGD.self,
  DPAdam.self,
  NearDuplicates.self,
  KAnonymity.self,
  DPSynthetic.self,
  Bagging.self,
  SELENA.self,
  Distillation.self,
  FederatedAveraging.self,
  DPFederatedAveraging.self,
  Rounding.self,
  TopK.self,
  LabelsOnly.self,
  Temperature.self,
  GaussianNoise.self,
  LaplaceNoise.self,
]
