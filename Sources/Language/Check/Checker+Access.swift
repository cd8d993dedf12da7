import SwiftSyntax

/// `private` members: only inside the type that declares them, and its extensions.
extension Checker {
    /// Notes which members of a type are private.
    func noteAccess(of block: MemberBlockSyntax, in table: MemberTable) {
        for member in block.members {
            guard let modifiers = member.decl.asProtocol((any WithModifiersSyntax).self)?.modifiers else { continue }
            let isPrivate = modifiers.contains { $0.name.text == "private" && $0.detail == nil }
            let names: [String]
            if let variable = member.decl.as(VariableDeclSyntax.self) {
                let places = variable.bindings.compactMap { $0.pattern.as(IdentifierPatternSyntax.self).map { (Checker.plainName($0.identifier.text), $0.sourceRange) } }
                names = places.map(\.0)
                let isSetterPrivate = modifiers.contains { $0.name.text == "private" && $0.detail?.detail.text == "set" }
                for (name, place) in places {
                    table.privatePlaces[name] = isPrivate ? place : nil
                    table.privatePlaces[name + "="] = isSetterPrivate ? place : nil
                }
                for name in names { if isSetterPrivate { table.privateSetters.insert(name) } else { table.privateSetters.remove(name) } }
            } else if let function = member.decl.as(FunctionDeclSyntax.self) {
                names = [Checker.plainName(function.writtenName)]
            } else if member.decl.is(SubscriptDeclSyntax.self) {
                names = ["subscript"]
            } else if let alias = member.decl.as(TypeAliasDeclSyntax.self) {
                names = [Checker.plainName(alias.name.text)]
            } else if let nested = member.decl.asProtocol((any NamedDeclSyntax).self), member.decl.asProtocol((any DeclGroupSyntax).self) != nil {
                names = [Checker.plainName(nested.name.text)]
            } else {
                continue
            }
            for name in names {
                if isPrivate { table.privateNames.insert(name) } else { table.openNames.insert(name) }
            }
        }
    }

    /// Reports the use of a member that is private to another type.
    func isInaccessible(_ name: String, of type: Type, at range: SourceRange) -> Bool {
        guard let owner = ownerOfPrivate(name, type, \.privateNames), !isInside(owner) else { return false }
        error("'\(name)' is inaccessible due to 'private' protection level", at: range)
        return true
    }

    /// Reports an assignment to what only its own type may assign.
    func isSetterInaccessible(_ name: String, of type: Type, _ use: PlaceUse, at range: SourceRange) -> Bool {
        // A reference is read, what it leads to is changed.
        if case .mutatingGetter = use { return false }
        guard let owner = ownerOfPrivate(name, type, \.privateSetters), !isInside(owner) else { return false }
        let problem =
            switch use {
            case .mutatingCall, .mutatingGetter: "cannot use mutating member on immutable value"
            case .inout: "cannot pass immutable value as inout argument"
            case .compound: "left side of mutating operator isn't mutable"
            case .assignment: "cannot assign to property"
            }
        error("\(problem): '\(name)' setter is inaccessible", at: range)
        return true
    }

    /// Reports the use of an initialiser that is private to another type.
    func reportPrivateInitializer(_ callable: Callable, _ name: String, at range: SourceRange) {
        guard callable.isPrivate, let owner = callable.home, !isInside(owner) else { return }
        error("'\(name)' initializer is inaccessible due to 'private' protection level", at: range)
    }

    private func ownerOfPrivate(_ name: String, _ type: Type, _ names: KeyPath<MemberTable, Set<String>>) -> NominalType? {
        var current: Type? = type
        while let here = current, let nominal = here.nominal, nominal.isDeclaredByCell || !environment.isOfLibrary(nominal) {
            let table = environment.memberTable(of: nominal)
            let isOpen = table.openNames.contains(name)
            if table[keyPath: names].contains(name) { return isOpen && names == \.privateNames ? nil : nominal }
            if isOpen { return nil }
            current = here.superclass
        }
        return nil
    }

    private func isInside(_ owner: NominalType) -> Bool {
        if environment.ignoresAccess { return true }
        var current: Scope? = scope
        while let here = current {
            if let type = here.memberType {
                if type.nominal === owner { return true }
                if case .existential(let nominal) = type.kind, nominal === owner { return true }
            }
            if here.selfType?.nominal === owner { return true }
            current = here.parent
        }
        return false
    }
}
