internal import Language

/// How NumPy, PyTorch, Keras, mlx, Swift for TensorFlow and Python spell what is here.
enum ForeignTable {
    static func declare(in table: DeclarationTable) {
        table.foreign.modules = modules
        table.foreign.names = names
        table.foreign.paths = paths
        table.foreign.labels = labels
        table.foreign.misuses = ["Tensor": tensorMisuses, "Column": columnMisuses]
        table.foreign.members = [
            "Tensor": tensorMembers, "Layer": modelMembers, "Optimizer": optimizerMembers, "Array": arrayMembers,
            "String": stringMembers, "Dictionary": dictionaryMembers, "Set": setMembers, "DataFrame": frameMembers, "Column": columnMembers,
            "History": ["history": "'history[\"loss\"]' gives the figures of all epochs"],
        ]
    }

    private static let modules: Set<String> = [
        "np", "numpy", "torch", "tf", "tensorflow", "jnp", "jax", "mx", "mlx", "nn", "F", "optim", "keras", "layers", "models", "optimizers",
        "losses", "sklearn", "pd", "pandas", "math", "cmath", "random", "time", "sns", "scipy", "K", "metrics", "callbacks", "datasets",
        "torchvision", "transforms", "utils", "MLX", "MLXRandom", "MLXNN", "MLXOptimizers", "TensorFlow",
    ]

    /// Names on their own, and last names behind a module's.
    private static let names: [String: String] = [
        // Making tensors
        "array": "Tensor([[1, 2], [3, 4]])", "asarray": "Tensor([[1, 2], [3, 4]])", "tensor": "Tensor([[1, 2], [3, 4]])",
        "as_tensor": "Tensor([[1, 2], [3, 4]])", "from_numpy": "Tensor([[1, 2], [3, 4]])", "MLXArray": "Tensor", "ndarray": "Tensor",
        "FloatTensor": "Tensor", "LongTensor": "Tensor", "constant": "Tensor([[1, 2], [3, 4]])", "convert_to_tensor": "Tensor([[1, 2], [3, 4]])",
        "zeros": "Tensor.zeros(3, 4)", "ones": "Tensor.ones(3, 4)", "full": "Tensor.full(2, 3, value: 7)", "fill": "Tensor.full(2, 3, value: 7)",
        "empty": "Tensor.zeros(3, 4)", "eye": "Tensor.identity(3)", "identity": "Tensor.identity(3)", "zeros_like": "Tensor.zeros(like: x)",
        "ones_like": "Tensor.ones(like: x)", "zerosLike": "Tensor.zeros(like: x)", "onesLike": "Tensor.ones(like: x)",
        "arange": "Tensor.arange(10)", "linspace": "Tensor.linspace(0, 1, count: 50)",
        "randn": "Tensor.randomNormal(3, 4)", "rand": "Tensor.randomUniform(3, 4)", "randint": "Tensor.randomInt(3, 4, in: 0..<10)",
        "randn_like": "Tensor.randomNormal(like: x)", "rand_like": "Tensor.randomUniform(like: x)", "randperm": "Tensor.permutation(10)",
        "permutation": "Tensor.permutation(10)", "manual_seed": "setRandomSeed(42)", "set_seed": "setRandomSeed(42)",
        "set_random_seed": "setRandomSeed(42)", "seed": "setRandomSeed(42)", "default_rng": "setRandomSeed(42)",
        "withRandomSeedForTensorFlow": "setRandomSeed(42)",
        // Shapes
        "...": "'x[.ellipsis, 0]' takes all axes before the last, 'x[0..., 1]' all of the first",
        "concatenate": "concatenated([a, b], axis: 0)", "cat": "concatenated([a, b], axis: 0)", "concat": "concatenated([a, b], axis: 0)",
        "hstack": "concatenated([a, b], axis: 1)", "vstack": "concatenated([a, b], axis: 0)", "stack": "stacked([a, b], axis: 0)",
        "reshape": "x.reshaped(2, -1)", "transpose": "x.transposed()", "permute": "x.transposed(0, 2, 1)", "expand_dims": "x.expandedDimensions(axis: 0)",
        "expandDims": "x.expandedDimensions(axis: 0)", "unsqueeze": "x.expandedDimensions(axis: 0)", "squeeze": "x.squeezed()", "ravel": "x.flattened()", "flatten": "x.flattened()",
        "flip": "x.flipped(axis: 0)", "roll": "x.rolled(by: 1, axis: 0)", "broadcast_to": "x.broadcast(to: [2, 3])", "newaxis": "'x[.newAxis]' adds an axis",
        // Mathematics
        "maximum": "max(x, y)", "minimum": "min(x, y)", "power": "pow(x, 2)", "clip": "x.clipped(min: 0, max: 1)", "clamp": "x.clipped(min: 0, max: 1)",
        "clip_by_value": "x.clipped(min: 0, max: 1)", "where": "Tensor.where(condition, a, b)", "dot": "matmul(a, b)", "mm": "matmul(a, b)",
        "bmm": "matmul(a, b)", "einsum": "'matmul(a, b)' and 'transposed' do what 'einsum' does", "square": "x * x", "rsqrt": "1 / sqrt(x)",
        "reduce_sum": "x.sum(axis: 0)", "reduce_mean": "x.mean(axis: 0)", "reduce_max": "x.max(axis: 0)", "reduce_min": "x.min(axis: 0)",
        "mean": "x.mean(axis: 0)", "std": "x.std(axis: 0)", "var": "x.variance(axis: 0)", "argmax": "x.argmax(axis: 1)", "argmin": "x.argmin(axis: 1)",
        "cumsum": "x.cumsum(axis: 0)", "prod": "x.prod()", "sort": "x.sorted()", "stop_gradient": "x.stopGradient()", "stopGradient": "x.stopGradient()",
        "withoutDerivative": "x.stopGradient()", "isnan": "'x != x' is true where x is not a number", "inf": "'Double.infinity'", "nan": "'Double.nan'",
        "pi": "'Double.pi'", "e": "'exp(1.0)'", "logsumexp": "logSumExp(x)", "log_softmax": "logSoftmax(x)", "leaky_relu": "leakyRelu(x)",
        "normalize": "(x - x.mean()) / x.std()",
        // Layers
        "Linear": "Dense(128)", "Conv1d": "Conv1D(32, kernelSize: 3)", "Conv2d": "Conv2D(32, kernelSize: 3)", "Convolution2D": "Conv2D(32, kernelSize: 3)",
        "ConvTranspose2d": "Conv2DTranspose(64, kernelSize: 4)", "ConvTransposed2d": "Conv2DTranspose(64, kernelSize: 4)", "TransposedConv2D": "Conv2DTranspose(64, kernelSize: 4)",
        "MaxPooling2D": "MaxPool2D(2)", "MaxPool2d": "MaxPool2D(2)", "AveragePooling2D": "AvgPool2D(2)", "AvgPool2d": "AvgPool2D(2)",
        "GlobalAveragePooling2D": "GlobalAvgPool2D()", "AdaptiveAvgPool2d": "GlobalAvgPool2D()", "GlobalMaxPooling2D": "GlobalMaxPool2D()",
        "MaxPooling1D": "MaxPool1D(2)", "GlobalAveragePooling1D": "GlobalAvgPool1D()", "Upsample": "UpSampling2D(2)",
        "BatchNormalization": "BatchNorm()", "BatchNorm1d": "BatchNorm()", "BatchNorm2d": "BatchNorm()", "LayerNormalization": "LayerNorm()",
        "InstanceNormalization": "InstanceNorm()", "InstanceNorm2d": "InstanceNorm()", "GroupNormalization": "GroupNorm(groups: 8)",
        "Dropout2d": "Dropout(0.5)", "MultiheadAttention": "MultiHeadAttention(heads: 4, dimensions: 128)", "RNN": "SimpleRNN(64)",
        "LSTMCell": "LSTM(64)", "GRUCell": "GRU(64)", "RecurrentLayer": "LSTM(64)", "Identity": "Activation(.linear)",
        "ReLU": "Activation(.relu)", "LeakyReLU": "Activation(.leakyRelu(0.2))", "Sigmoid": "Activation(.sigmoid)", "Tanh": "Activation(.tanh)",
        "Softmax": "Activation(.softmax)", "GELU": "Activation(.gelu)", "ELU": "Activation(.elu)", "SiLU": "Activation(.silu)",
        "Model": "'struct Net: Layer { … }' declares a model, 'Sequential { … }' makes one of layers",
        "Module": "'struct Net: Layer { … }' declares a model, 'Sequential { … }' makes one of layers",
        "Input": "the size of the input is found at the first call: leave 'Input' out, or write 'inputSize:'",
        "InputLayer": "the size of the input is found at the first call: leave 'InputLayer' out, or write 'inputSize:'",
        "ModuleList": "'var layers: [Dense]' is an array of layers; a model may hold it", "ParameterList": "'var weights: [Parameter]'",
        // Losses, optimizers, training
        "CrossEntropyLoss": "softmaxCrossEntropy(logits: y, labels: labels)", "cross_entropy": "softmaxCrossEntropy(logits: y, labels: labels)",
        "crossEntropy": "softmaxCrossEntropy(logits: y, labels: labels)", "nll_loss": "softmaxCrossEntropy(logits: y, labels: labels)",
        "sparse_categorical_crossentropy": ".sparseCategoricalCrossentropy", "SparseCategoricalCrossentropy": ".sparseCategoricalCrossentropy",
        "categorical_crossentropy": ".categoricalCrossentropy", "CategoricalCrossentropy": ".categoricalCrossentropy",
        "binary_crossentropy": ".binaryCrossentropy", "BinaryCrossentropy": ".binaryCrossentropy", "BCELoss": ".binaryCrossentropy",
        "BCEWithLogitsLoss": "sigmoidCrossEntropy(logits: y, labels: labels)", "binaryCrossEntropy": "sigmoidCrossEntropy(logits: y, labels: labels)",
        "MSELoss": "meanSquaredError(predicted: y, expected: labels)", "mse_loss": "meanSquaredError(predicted: y, expected: labels)",
        "mseLoss": "meanSquaredError(predicted: y, expected: labels)", "MeanSquaredError": ".meanSquaredError", "L1Loss": "meanAbsoluteError(predicted: y, expected: labels)",
        "SmoothL1Loss": ".huber", "KLDivLoss": "kullbackLeiblerDivergence(predicted: p, expected: q)", "KLDivergence": "kullbackLeiblerDivergence(predicted: p, expected: q)",
        "GradientTape": "valueWithGradient(at: model) { model in loss }", "grad": "gradient(at: x) { x in f(x) }",
        "value_and_grad": "valueWithGradient(at: model) { model in loss }", "valueAndGrad": "valueWithGradient(at: model) { model in loss }",
        "no_grad": "outside of 'gradient(at:)' nothing is recorded: leave it out", "inference_mode": "withLearningPhase(.inference) { model(x) }",
        "DataLoader": "'for (x, y) in data.shuffled().batched(32) { … }'", "TensorDataset": "Dataset(x, y)",
        "CosineDecay": "'.cosineDecay(initial: 1e-3, steps: 1000)' is a learning rate", "CosineAnnealingLR": "'.cosineDecay(initial: 1e-3, steps: 1000)' is a learning rate",
        "CosineAnnealingWarmRestarts": "'.cosineRestarts(initial: 1e-3, steps: 100)' is a learning rate", "ExponentialDecay": "'.exponentialDecay(initial: 1e-3, factor: 0.9)' is a learning rate",
        "ExponentialLR": "'.exponentialDecay(initial: 1e-3, factor: 0.9)' is a learning rate", "StepLR": "'.stepDecay(initial: 1e-3, every: 100)' is a learning rate",
        "MultiStepLR": "'.piecewise([1e-2, 1e-3], boundaries: [100])' is a learning rate", "PiecewiseConstantDecay": "'.piecewise([1e-2, 1e-3], boundaries: [100])' is a learning rate",
        "PolynomialDecay": "'.polynomialDecay(initial: 1e-3, steps: 1000)' is a learning rate", "OneCycleLR": "'.oneCycle(maximum: 1e-2, steps: 1000)' is a learning rate",
        "sparseCategoricalCrossentropy": "softmaxCrossEntropy(logits: y, labels: labels)", "categoricalCrossentropy": "softmaxCrossEntropy(logits: y, probabilities: p)",
        "binaryCrossentropy": "sigmoidCrossEntropy(logits: y, labels: labels)", "LambdaCallback": "Callback(onEpochEnd: { epoch, logs in … })", "ReduceLROnPlateau": "ReduceLROnPlateau(monitor: .valLoss)",
        "RMSProp": "RMSprop(learningRate: 0.001)", "AdamOptimizer": "Adam(learningRate: 0.001)", "device": "everything runs on the processor: leave 'device' out",
        "cuda": "everything runs on the processor: leave 'cuda' out",
        "to_categorical": "oneHot(labels, classes: 10)", "one_hot": "oneHot(labels, classes: 10)",
        // Data and classical learning
        "read_csv": "readCSV(\"data.csv\")", "train_test_split": "trainTestSplit(x, y, testFraction: 0.2)", "accuracy_score": "accuracy(predicted: a, expected: b)",
        "confusion_matrix": "confusionMatrix(predicted: a, expected: b)", "KNeighborsClassifier": "KNearestNeighbors(k: 5)", 
        "load_digits": "Digits.load()", "load_mnist": "MNIST.load(from: folder)", "Series": "Column(\"name\", [1, 2])",
    ]

    private static let paths: [String: String] = [
        "random.normal": "Tensor.randomNormal(3, 4)", "random.uniform": "Tensor.randomUniform(3, 4)", "random.rand": "Tensor.randomUniform(3, 4)",
        "random.randn": "Tensor.randomNormal(3, 4)", "random.randint": "Tensor.randomInt(3, 4, in: 0..<10)", "random.randInt": "Tensor.randomInt(3, 4, in: 0..<10)",
        "random.choice": "'xs.randomElement()' for an array", "random.shuffle": "'xs.shuffled()'", "random.seed": "setRandomSeed(42)", "random.key": "setRandomSeed(42)",
        "random.random": "'Double.random(in: 0..<1)'", "linalg.norm": "x.norm()", "linalg.inv": "inverse(a)", "linalg.solve": "solve(a, b)",
        "utils.data.DataLoader": "'for (x, y) in data.shuffled().batched(32) { … }'", "optim.Adam": "Adam(learningRate: 0.001)", "optim.SGD": "SGD(learningRate: 0.01)",
        "datasets.mnist": "MNIST.load(from: folder)", "datasets.load_digits": "Digits.load()", "math.log": "'log(x)'", "float32": "'.float32', as in 'dtype: .float32'",
        "float64": "'.float64', as in 'dtype: .float64'", "int64": "'.int64', as in 'dtype: .int64'", "int32": "'.int32', as in 'dtype: .int32'",
        "uint8": "'.uint8', as in 'dtype: .uint8'", "long": "'.int64', as in 'dtype: .int64'", "sqrt": "'sqrt(x)'", "exp": "'exp(x)'", "log": "'log(x)'", "sin": "'sin(x)'",
        "cos": "'cos(x)'", "tanh": "'tanh(x)'", "abs": "'abs(x)'", "sum": "x.sum()", "max": "x.max()", "min": "x.min()", "floor": "'floor(x)'", "ceil": "'ceil(x)'",
    ]

    private static let tensorMembers: [String: String] = [
        "append": "concatenated([x, y], axis: 0)", "size": "'shape' and 'count'", "dim": "rank", "length": "'x.shape[0]' is the length along the first axis",
        "len": "'x.shape[0]' is the length along the first axis", "backward": "valueWithGradient(at: model) { model in loss }", "cpu": "everything runs on the processor: leave 'cpu' out",
        "cuda": "everything runs on the processor: leave it out", "clone": "a tensor is a value: 'let y = x' is a copy", "copy": "a tensor is a value: 'let y = x' is a copy",
        "contiguous": "leave it out: a tensor's layout is no matter of the program", "requires_grad": "'gradient(at: x) { x in … }' says at what the gradient is wanted",
        "requires_grad_": "'gradient(at: x) { x in … }' says at what the gradient is wanted", "grad": "'gradient(at: x) { x in … }' gives the gradient",
        "double": "asType(.float64)", "long": "asType(.int64)", "int": "asType(.int64)", "bool": "asType(.bool)", "type": "dtype", "swapaxes": "transposed",
        "repeat": "repeated", "tile": "repeated", "sort": "sorted", "expandingShape": "expandedDimensions(axis:)", "squeezingShape": "squeezed(axis:)",
        "keepdim": "'keepDims: true' is an argument of 'sum', 'mean' and the others", "zero_": "'x = Tensor.zeros(like: x)'", "add_": "'x += y'", "mul_": "'x *= y'",
        "masked_fill": "Tensor.where(condition, a, b)", "gather": "'x[indices]' with a tensor of whole numbers", "index_select": "'x[indices]' with a tensor of whole numbers",
        "isnan": "'x .!= x' is true where x is not a number", "softmax": "softmax(x)", "relu": "relu(x)", "sigmoid": "sigmoid(x)", "tanh": "tanh(x)", "exp": "exp(x)", "log": "log(x)",
        "sqrt": "sqrt(x)", "abs": "abs(x)", "pow": "pow(x, 2)", "square": "'x * x'", "fill_": "Tensor.full(2, 3, value: 7)", "map": "operations work on whole tensors: 'x * 2 + 1'",
        "head": "'x[..<5]' are the first rows", "unbind": "'for row in x { … }' goes along the first axis", "ravel": "flattened",
    ]

    /// Comparisons of whole tensors are operators of their own, since Swift's give one truth value.
    private static let tensorMisuses: [String: String] = {
        var misuses = columnMisuses
        for name in ["<", "<=", ">", ">="] {
            misuses[name] = "'x .\(name) y' compares element by element; 'x.item() \(name) 1' compares the value of a tensor of one"
        }
        misuses["Bool"] = "'Bool(x.all())' and 'Bool(x.any())' ask all elements; 'a .& b' and 'a .| b' join element by element"
        for name in ["Double", "Float", "Int"] { misuses[name] = "'x.item()' is the value of a tensor of one element" }
        misuses["[Double]"] = "'x.scalars' are the elements"
        misuses["[Float]"] = misuses["[Double]"]
        return misuses
    }()

    private static let columnMisuses: [String: String] = {
        var misuses = ["&": "'a .& b' is true where both are", "|": "'a .| b' is true where one is"]
        for name in ["<", "<=", ">", ">="] { misuses[name] = "'x .\(name) y' compares row by row" }
        return misuses
    }()

    private static let modelMembers: [String: String] = [
        "train": "'fit' and 'valueWithGradient(at: model)' train; 'withLearningPhase(.training) { … }' says so elsewhere",
        "eval": "'withLearningPhase(.inference) { … }' says so", "parameters": "'valueWithGradient(at: model)' finds the parameters; 'model.summary()' lists them",
        "forward": "callAsFunction", "call": "callAsFunction", "state_dict": "save", "load_state_dict": "load", "load_weights": "load", "save_weights": "save",
        "add": "list the layers: 'Sequential { Dense(10); Dense(1) }'", "zero_grad": "gradients are values: nothing has to be cleared", "to": "everything runs on the processor: leave it out",
        "trainable_variables": "'valueWithGradient(at: model)' finds the parameters", "score": "evaluate", "transform": "predict", "fit_generator": "fit",
        "trainable_weights": "'valueWithGradient(at: model)' finds the parameters", "named_parameters": "'model.summary()' lists the parameters",
    ]

    private static let optimizerMembers: [String: String] = [
        "step": "'optimizer.update(&model, along: gradient)' makes a step", "apply_gradients": "'optimizer.update(&model, along: gradient)' makes a step",
        "zero_grad": "gradients are values: nothing has to be cleared", "minimize": "'optimizer.update(&model, along: gradient)' makes a step", "lr": "learningRate", "apply": "'optimizer.update(&model, along: gradient)' makes a step",
    ]

    private static let arrayMembers: [String: String] = [
        "length": "count", "len": "count", "size": "count", "push": "append", "push_back": "append", "add": "append", "extend": "'append(contentsOf: others)'", "pop": "removeLast",
        "index": "'firstIndex(of: x)'", "includes": "contains", "clear": "removeAll", "shape": "'Tensor(xs).shape'; an array has 'count'", "mean": "'Tensor(xs).mean()', or 'xs.reduce(0, +) / Double(xs.count)'",
        "sum": "'xs.reduce(0, +)'", "std": "'Tensor(xs).std()'", "slice": "'Array(xs[1..<3])'", "head": "prefix", "tail": "suffix", "concat": "'xs + ys'", "find": "'first(where: { … })'", "some": "contains", "every": "allSatisfy",
        "copy": "an array is a value: 'let ys = xs' is a copy", "T": "'Tensor(xs).T'", "reshape": "'Tensor(xs).reshaped(2, -1)'",
    ]

    private static let stringMembers: [String: String] = [
        "length": "count", "len": "count", "size": "count", "upper": "uppercased", "lower": "lowercased", "toUpperCase": "uppercased", "toLowerCase": "lowercased", "startswith": "hasPrefix",
        "startsWith": "hasPrefix", "endswith": "hasSuffix", "endsWith": "hasSuffix", "join": "'words.joined(separator: \", \")'", "format": "'\"\\(x)\"' puts a value into a string",
        "strip": "'text.trimmingCharacters(in: .whitespaces)'", "trim": "'text.trimmingCharacters(in: .whitespaces)'", "replace": "'text.replacingOccurrences(of: \"a\", with: \"b\")'", "substring": "'text.prefix(3)' and 'text.suffix(3)'",
        "splitlines": "'text.split(separator: \"\\n\")'", "charAt": "'Array(text)[0]'", "indexOf": "'text.firstIndex(of: \"a\")'", "isdigit": "'text.allSatisfy { $0.isNumber }'", "title": "capitalized", "capitalize": "capitalized",
    ]

    private static let dictionaryMembers: [String: String] = [
        "items": "'for (key, value) in dictionary { … }'", "get": "'dictionary[key] ?? fallback', or 'dictionary[key, default: fallback]'", "has_key": "'dictionary[key] != nil'", "length": "count", "len": "count", "size": "count",
        "update": "'dictionary.merge(others) { _, new in new }'", "pop": "'dictionary.removeValue(forKey: key)'", "setdefault": "'dictionary[key, default: fallback]'", "contains_key": "'dictionary[key] != nil'", "clear": "removeAll",
    ]

    private static let setMembers: [String: String] = [
        "add": "insert", "length": "count", "len": "count", "size": "count", "discard": "remove", "difference": "subtracting", "issubset": "'a.isSubset(of: b)'", "clear": "removeAll",
    ]

    private static let frameMembers: [String: String] = [
        "iloc": "'frame[0..<5]' are rows, 'frame[\"name\"]' is a column", "loc": "'frame[\"name\"]' is a column, 'frame[mask]' are rows", "values": "tensor", "to_numpy": "tensor", "len": "count", "length": "count", "query": "'frame[frame[\"age\"] .> 30]' are the rows where it holds",
        "groupby": "grouped(by:)", "groupBy": "grouped(by:)", "merge": "joined(_:on:)", "join": "joined(_:on:)", "sort_values": "sorted(by:)", "dropna": "droppingMissing", "fillna": "fillingMissing", "isna": "missingCounts", "isnull": "missingCounts", "drop": "dropping", "rename": "renamed(_:to:)",
        "drop_duplicates": "droppingDuplicates", "corr": "correlation", "to_csv": "save(csv:)", "pivot_table": "pivot(rows:columns:values:)", "melt": "melted(keys:)", "get_dummies": "oneHot", "append": "appending", "concat": "appending", "assign": "setting", "iterrows": "'for row in frame.rows'",
    ]

    private static let columnMembers: [String: String] = [
        "value_counts": "valueCounts", "fillna": "fillingMissing", "dropna": "droppingMissing", "isna": "isMissing", "isnull": "isMissing", "isin": "isIn", "apply": "map", "values": "'column.doubles' or 'column.strings'", "tolist": "'column.doubles' or 'column.strings'", "nunique": "'column.categories.count'", "rename": "renamed", "len": "count",
    ]

    private static let labels: [String: String] = [
        "lr": "learningRate", "learning_rate": "learningRate", "dim": "axis", "dims": "axis", "axes": "axis", "alongAxis": "axis", "keepdim": "keepDims", "keepdims": "keepDims", "keepingDimensions": "keepDims",
        "kernel": "kernelSize", "filterSize": "kernelSize", "stride": "strides", "bias": "useBias", "use_bias": "useBias", "in_features": "inputSize", "input_dim": "inputSize", "input_shape": "inputSize", "input_size": "inputSize",
        "n_epochs": "epochs", "num_epochs": "epochs", "nEpochs": "epochs", "epoch": "epochs", "bs": "batchSize", "batch": "batchSize", "validation_data": "validationData", "valData": "validationData", "validation": "validationData",
        "optim": "optimizer", "opt": "optimizer", "criterion": "loss", "loss_fn": "loss", "lossFunction": "loss", "metric": "metrics", "act": "activation", "nonlinearity": "activation", "verbosity": "verbose",
        "weight_decay": "weightDecay", "eps": "epsilon", "beta_1": "beta1", "beta_2": "beta2", "betas": "beta1", "num_heads": "heads", "numHeads": "heads", "n_heads": "heads", "key_dim": "dimensions", "embed_dim": "dimensions", "embedding_dim": "dimensions",
        "output_dim": "dimensions", "d_model": "dimensions", "num_embeddings": "vocabulary", "vocab_size": "vocabulary", "vocabularySize": "vocabulary", "embeddingSize": "dimensions", "num_groups": "groups", "n_neighbors": "k", "n_clusters": "clusters",
        "n_components": "components", "test_size": "testFraction", "testSize": "testFraction", "num": "count", "steps": "count", "stddev": "std", "scale": "std", "loc": "mean", "low": "min", "high": "max", "minval": "min", "maxval": "max", "a_min": "min",
        "a_max": "max", "fill_value": "value", "type": "dtype", "end": "terminator", "sep": "separator", "delimiter": "separator", "target": "labels", "targets": "labels", "predictions": "predicted", "restore_best": "restoreBestWeights",
        "filename": "path", "return_seq": "returnSequences", "color": "color", "num_classes": "classes", "numClasses": "classes", "depth": "classes", "rate": "probability", "probability": "rate",
    ]
}
