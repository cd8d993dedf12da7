internal import Language

/// How NumPy, PyTorch, Keras, mlx, Swift for TensorFlow and Python spell what is here.
enum ForeignTable {
    static func declare(in table: DeclarationTable) {
        table.foreign.modules = modules
        table.foreign.names = tensorNames.merging(networkNames) { first, _ in first }.merging(dataNames) { first, _ in first }
        table.foreign.paths = tensorPaths
        table.foreign.labels = labels
        table.foreign.misuses = ["Tensor": tensorMisuses, "Column": columnMisuses]
        table.foreign.members = [
            "Tensor": tensorMembers, "Layer": modelMembers, "Optimizer": optimizerMembers, "Array": arrayMembers,
            "String": stringMembers, "Dictionary": dictionaryMembers, "Set": setMembers, "DataFrame": frameMembers, "Column": columnMembers,
            "Figure": figureMembers.merging(axesMembers) { figure, _ in figure }, "Axes": axesMembers, "Pyplot": axesMembers,
            "History": ["history": "'history[\"loss\"]' gives the figures of all epochs"],
        ]
    }

    private static let modules: Set<String> = [
        "np", "numpy", "torch", "tf", "tensorflow", "jnp", "jax", "mx", "mlx", "nn", "F", "optim", "keras", "layers", "models", "optimizers",
        "losses", "sklearn", "pd", "pandas", "math", "cmath", "random", "time", "sns", "scipy", "K", "metrics", "callbacks", "datasets",
        "torchvision", "transforms", "utils", "MLX", "MLXRandom", "MLXNN", "MLXOptimizers", "TensorFlow",
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
}
