/// Members whose `self` or type is not written.
extension Checker {
    /// Whether a member is named without `self` in a closure that is kept, so that nobody sees that it keeps the object.
    func needsWrittenSelf(_ own: (variable: Variable, type: Type)) -> Bool {
        guard own.type.isClass, !function.isInLibrary else { return false }
        var passed: [Function] = []
        var current: Scope? = scope
        while let here = current, here.selfVariable !== own.variable, here.ownSelf?.variable !== own.variable {
            if let function = here.function, passed.last !== function { passed.append(function) }
            current = here.parent
        }
        // The closure whose capture list has `self` is the place where it is written.
        return passed.contains { $0 !== current?.function && $0.name == "closure" && !$0.isNonEscaping }
    }

    /// What is wrong where a static member's name stands alone in what works on a value of the type.
    func staticOnInstance(_ name: String, of type: Type) -> String? {
        guard let nominal = type.nominal, nominal.isDeclaredByCell || currentSource.name == source.name else { return nil }
        var current: Scope? = scope
        while let here = current {
            if here.selfVariable != nil {
                guard here.selfType?.nominal === nominal else { return nil }
                return nominal.cases.contains { $0.name == name } ? "enum case '\(name)' cannot be used as an instance member" : "static member '\(name)' cannot be used on instance of type '\(type)'"
            }
            if here.memberType != nil { return nil }
            current = here.parent
        }
        return nil
    }
}
