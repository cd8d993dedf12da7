import Learning
import NeuralNetworks
import Tensors

/// Small models that figures show.
enum ModelForTests {
    static func make() -> Sequential {
        let model = Sequential {
            Dense(8, activation: .relu)
            Dense(2)
        }
        _ = model(Tensor.ones(1, 4))
        return model
    }
}

enum DecisionTreeForTests {
    static var unfitted: DecisionTree { DecisionTree() }

    static func fitted() throws -> DecisionTree {
        let tree = DecisionTree()
        try tree.checkedFit(Tensor([[1.0], [2], [4], [5]]), Tensor([0, 0, 1, 1]))
        return tree
    }
}
