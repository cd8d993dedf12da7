/// What completion offers at a place in a cell. Offsets count Unicode code points.
public struct Completions: Sendable, Equatable {
    /// One offer.
    public struct Item: Sendable, Equatable {
        /// The text that replaces the range.
        public let text: String
        /// `function`, `method`, `property`, `type`, `variable`, `keyword`, `label`, `case`.
        public let kind: String
        /// The signature or type, as Swift would write it.
        public let signature: String

        public init(text: String, kind: String, signature: String) {
            self.text = text
            self.kind = kind
            self.signature = signature
        }
    }

    public let items: [Item]
    /// What a chosen item replaces.
    public let replaced: Range<Int>

    public init(items: [Item], replaced: Range<Int>) {
        self.items = items
        self.replaced = replaced
    }
}

/// Whether source could run as it stands, for consoles that decide between a new line and running.
public enum Completeness: Sendable, Equatable {
    case complete
    /// More is needed; the next line starts with this indentation.
    case incomplete(indent: String)
    /// No more text could make it right.
    case invalid
}
