// The umbrella: `import Vencejo` is all that a compiled program, or a notebook exported as a package, needs.
@_exported public import DataFrames
@_exported public import Datasets
@_exported public import Learning
@_exported public import NeuralNetworks
@_exported public import Plotting
@_exported public import Tensors
@_exported public import Widgets
