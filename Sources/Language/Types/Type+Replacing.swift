extension Type {
    /// The type with others in place of some that are inside of it, or of itself.
    ///
    /// - Parameter other: what stands for a type; nil where it stays and is looked into.
    func replacing(_ other: (Type) -> Type?) -> Type {
        if let made = other(self) { return made }
        switch kind {
        case .nominal(let nominal, let arguments):
            return arguments.isEmpty ? self : .make(.nominal(nominal, arguments.map { $0.replacing(other) }))
        case .tuple(let elements):
            return .make(.tuple(elements.map { TupleElement(label: $0.label, type: $0.type.replacing(other)) }))
        case .function(let function):
            return .make(
                .function(
                    FunctionType(
                        parameters: function.parameters.map { $0.with($0.type.replacing(other)) },
                        result: function.result.replacing(other), canThrow: function.canThrow, thrown: function.thrown?.replacing(other))))
        case .metatype(let type): return .make(.metatype(type.replacing(other)))
        case .parameter, .existential, .never, .error: return self
        }
    }
}
