/// A failure while a cell runs. It unwinds to the cell and cannot be caught there.
package struct RuntimeFault: Error {
    /// The name that heads the message: `IndexError`, or a kind of the library's.
    package struct Kind: Hashable, Sendable, CustomStringConvertible {
        package let name: String

        package init(_ name: String) { self.name = name }

        package var description: String { name }

        package static let index = Kind("IndexError")
        package static let overflow = Kind("OverflowError")
        package static let divisionByZero = Kind("DivisionByZero")
        package static let nilUnwrapped = Kind("NilUnwrapped")
        package static let range = Kind("RangeError")
        package static let conversion = Kind("ConversionError")
        package static let cast = Kind("CastError")
        package static let recursionLimit = Kind("RecursionLimit")
        package static let interrupted = Kind("Interrupted")
        package static let outOfMemory = Kind("OutOfMemory")
        package static let precondition = Kind("Precondition")
        package static let uninitialized = Kind("Uninitialized")
        package static let deallocated = Kind("Deallocated")
        package static let noMatch = Kind("NoMatch")
        /// An error that a cell threw and nobody caught.
        package static let uncaught = Kind("Error")
        /// A fault of the language itself.
        package static let `internal` = Kind("InternalError")
    }

    /// Where a function was when the fault came up.
    package struct Frame: Sendable {
        package let source: SourceText
        package let range: SourceRange
        package let function: String
    }

    package let kind: Kind
    package internal(set) var message: String
    package let help: String?
    /// The innermost first.
    package var frames: [Frame] = []
    /// How the message is put with operands' names, until it is known what they are.
    var naming: Naming?

    package init(_ kind: Kind, _ message: String, help: String? = nil) {
        self.kind = kind
        self.message = message
        self.help = help
    }

    /// What an error that library code threw is to a cell.
    package init(_ error: any Error) {
        if let fault = error as? RuntimeFault ?? (error as? any FaultConvertible)?.faultCause as? RuntimeFault {
            self = fault
        } else if let error = error as? any FaultConvertible {
            self.init(Kind(error.faultKind), error.faultMessage, help: error.faultHelp)
            naming = Naming(error)
        } else {
            self.init(.uncaught, "\(error)")
        }
    }
}

/// An error of the library that says how it is to be shown.
package protocol FaultConvertible: Error {
    var faultKind: String { get }
    var faultMessage: String { get }
    var faultHelp: String? { get }
    /// The error of a cell's own closure that this one only passes on.
    var faultCause: (any Error)? { get }
}

extension FaultConvertible {
    package var faultCause: (any Error)? { nil }
}
