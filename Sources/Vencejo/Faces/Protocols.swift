public import NeuralNetworks

// The names under which cells know what optimizers and callbacks have in common. They are protocols there, and so they
// are for a program that says `import Vencejo`: `any Optimizer` means the same in both.

/// What changes a model's parameters along a gradient: ``Adam``, ``SGD`` and the others.
public protocol Optimizer: NeuralNetworks.Optimizer {}

extension Adagrad: Optimizer {}
extension Adadelta: Optimizer {}
extension Adam: Optimizer {}
extension Adamax: Optimizer {}
extension LAMB: Optimizer {}
extension Lion: Optimizer {}
extension Nadam: Optimizer {}
extension RMSprop: Optimizer {}
extension SGD: Optimizer {}

/// What `fit` calls while a model trains: ``EarlyStopping``, ``Callback`` and the others.
public protocol TrainingCallback: Callback {}

extension Callback: TrainingCallback {}
