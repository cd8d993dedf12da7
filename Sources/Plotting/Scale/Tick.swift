/// A mark on an axis.
package struct Tick: Sendable, Equatable {
    package var value: Double
    package var label: String
    /// Minor marks are shorter and have no label.
    package var isMinor = false

    package init(value: Double, label: String, isMinor: Bool = false) {
        self.value = value
        self.label = label
        self.isMinor = isMinor
    }
}
