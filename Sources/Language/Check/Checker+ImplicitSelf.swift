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

    /// What is said where a method of instances names a static member without its type.
    func usedOnInstance(_ name: String, of type: Type) -> String? {
        guard !function.isInLibrary, let own = scope.nearestSelf?.type, let nominal = own.nominal, nominal === type.nominal else { return nil }
        var current: Scope? = scope
        // In a static method of a type inside of it there is no `self` of the type.
        while let here = current, here.selfVariable == nil {
            if here.memberType != nil, here.function != nil { return nil }
            current = here.parent
        }
        return nominal.cases.contains { $0.name == name } ? "enum case '\(name)' cannot be used as an instance member" : "static member '\(name)' cannot be used on instance of type '\(own)'"
    }
}
