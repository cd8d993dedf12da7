/// Tensors one after the other along an axis.
///
///     concatenated([a, b], axis: 1)      // [2, 3] and [2, 4] give [2, 7]
public func concatenated(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.concatenated(tensors, axis: axis) }
}

/// Tensors of one shape along a new axis.
public func stacked(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.stacked(tensors, axis: axis) }
}

extension Tensor {
    /// As many equal parts along an axis.
    public func split(count: Int, axis: Int = 0) -> [Tensor] {
        orEnd { () throws(TensorError) in try Checked.split(self, count: count, axis: axis) }
    }

    /// Parts of these sizes along an axis.
    public func split(sizes: [Int], axis: Int = 0) -> [Tensor] {
        orEnd { () throws(TensorError) in try Checked.split(self, sizes: sizes, axis: axis) }
    }

    /// Parts of `size` rows each along axis 0, the last with what is left.
    ///
    ///     for batch in images.shuffled().batched(64) { … }      // [64, 28, 28, 1] each
    ///
    /// For examples with labels, `Dataset(images, labels).batched(64)`.
    public func batched(_ size: Int, droppingLast: Bool = false) -> [Tensor] {
        orEnd { () throws(TensorError) in
            try Checked.batched(self, size, droppingLast: droppingLast)
        }
    }

    /// The whole repeated along each axis.
    public func tiled(_ repeats: Int...) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.tiled(self, repeats) }
    }

    /// Each element `count` times along an axis, or of all elements in row-major order.
    public func repeated(count: Int, axis: Int? = nil) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.repeated(self, count: count, axis: axis) }
    }

    /// A value around the elements: (before, after) for each axis.
    public func padded(_ sizes: [(Int, Int)], value: Double = 0) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.padded(self, sizes, value: value) }
    }

    /// In reverse order along an axis, or along all.
    public func flipped(axis: Int? = nil) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.flipped(self, axes: axis.map { [$0] }) }
    }

    /// Moved around along an axis: what leaves at the end comes back at the beginning.
    public func rolled(by shift: Int, axis: Int = 0) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.rolled(self, by: shift, axis: axis) }
    }

    /// Elements at positions along an axis; the positions' axes take its place.
    public func gathered(_ indices: Tensor, axis: Int = 0) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.gathered(self, indices, axis: axis) }
    }

    /// One element for each position along an axis.
    public func takenAlong(_ indices: Tensor, axis: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.takenAlong(self, indices, axis: axis) }
    }

    /// 1 at each integer label along a new last axis, 0 elsewhere.
    public func oneHot(classes: Int, dtype: DType = .float32) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.oneHot(self, classes: classes, dtype: dtype)
        }
    }

    /// The elements in order along an axis; NaN comes last.
    public func sorted(axis: Int = -1, descending: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.sorted(self, axis: axis, descending: descending)
        }
    }

    /// Positions that sort along an axis.
    public func argsort(axis: Int = -1, descending: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.argsort(self, axis: axis, descending: descending)
        }
    }

    /// The greatest elements along an axis, from the greatest down, and their positions.
    public func topK(_ count: Int, axis: Int = -1) -> (values: Tensor, indices: Tensor) {
        orEnd { () throws(TensorError) in try Checked.topK(self, count, axis: axis) }
    }

    /// true where an element is not a number.
    public var isNaN: Tensor { orEnd { () throws(TensorError) in try Checked.isNaN(self) } }

    /// true where an element is neither infinite nor NaN.
    public var isFinite: Tensor { orEnd { () throws(TensorError) in try Checked.isFinite(self) } }

    /// true where an element is ∞ or −∞.
    public var isInfinite: Tensor {
        orEnd { () throws(TensorError) in try Checked.isInfinite(self) }
    }
}
