import Synchronization
package import Tensors

/// The curves of a training while it runs: the loss of the batches, and each epoch's figures.
package struct LiveCurve: Sendable {
    /// Where the batches lie, in epochs.
    package private(set) var places: [Double] = []
    /// The batches' losses, each the mean of `stride` of them.
    package private(set) var losses: [Double] = []
    /// The figures of the epochs that are done.
    package var history = History()
    /// The number of epochs that are to be.
    package let epochs: Int

    private var stride = 1
    private var sum = 0.0
    private var count = 0
    /// More points than this are thinned out, whatever time has passed: the picture is the same in
    /// every run.
    private static let most = 400

    init(epochs: Int) { self.epochs = epochs }

    mutating func add(_ loss: Double, at place: Double) {
        guard loss.isFinite else { return }
        sum += loss
        count += 1
        guard count == stride else { return }
        places.append(place)
        losses.append(sum / Double(count))
        (sum, count) = (0, 0)
        guard losses.count > LiveCurve.most else { return }
        stride *= 2
        var thinned: (places: [Double], losses: [Double]) = ([], [])
        for first in Swift.stride(from: 0, to: losses.count - 1, by: 2) {
            thinned.losses.append((losses[first] + losses[first + 1]) / 2)
            thinned.places.append(places[first + 1])
        }
        (places, losses) = thinned
    }

    /// What draws curves, set by whoever has figures; without it there is text alone.
    package static let painter = Painter()

    package final class Painter: Sendable {
        /// A function in a structure: one that lies bare in generic storage is wrapped once more with each look at it.
        private struct Body {
            var paint: (@Sendable (LiveCurve) throws -> String)?
        }

        private let body = Mutex(Body())

        /// Makes `paint` what gives the picture of curves, as SVG.
        package func use(_ paint: @escaping @Sendable (LiveCurve) throws -> String) {
            body.withLock { $0.paint = paint }
        }

        /// The picture; nil where nothing draws or there is nothing to draw.
        func picture(of curve: LiveCurve) -> String? {
            guard let paint = body.withLock({ $0.paint }) else { return nil }
            return try? paint(curve)
        }
    }
}
