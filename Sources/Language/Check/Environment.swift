import SwiftSyntax

/// What lives from cell to cell on the checker's side: the session's names, and what was learned of the library's.
///
/// One thread at a time works with it; the session sees to that.
package final class Environment {
    package let table: DeclarationTable
    /// The session's own names: what cells declared.
    package let session: Scope
    /// The library's names, resolved when first used. Around the session's.
    let library: Scope
    private var resolvedNames: Set<String> = []
    var tables: [ObjectIdentifier: MemberTable] = [:]
    /// What the cell being checked changes of what was there before it.
    var journal: Journal?
    /// What the session's cells declared, as written.
    package var sources = SessionSources()
    /// What was found of the library's types alone, and of types that have to do with what cells declared.
    private var ofLibrary = Findings()
    private var ofCells = Findings()
    /// All that a protocol of the library inherits from.
    private var ancestors: [ObjectIdentifier: Set<String>] = [:]
    lazy var protocolsOfTable: [NominalType] = table.protocols
    lazy var rulesOfTable = protocolsOfTable.map(ProtocolRule.init)

    /// What assigning a variable with observers calls.
    var observedGlobals: [ObjectIdentifier: (get: Function, set: Function)] = [:]

    /// Declarations of the table that do not resolve; a test looks that there are none.
    nonisolated(unsafe) package static var tableProblems: [String] = []

    var associatedTypes: [String: Type] = [:]
    /// What the library's protocols require, as far as it was asked for.
    var libraryRequirements: [String: [LibraryRequirement]] = [:]


    private struct ConformanceKey: Hashable {
        let type: Type
        let nominal: NominalType
    }

    private struct Findings {
        var conformances: [ConformanceKey: Bool] = [:]
        var protocols: [Type: [NominalType]] = [:]
        var substitutions: [Type: Substitution] = [:]
        var associatedTypes: [InferenceKey: Type] = [:]
    }

    /// Protocol types that nobody declared: `A & B`, `Container<Int>`.
    var compositions: [[ObjectIdentifier]: NominalType] = [:]
    /// Associated types that are being found.
    var inferring: Set<InferenceKey> = []
    /// Lookups by the types values have at run time; what they found is forgotten when a cell declares more.
    var dispatches: [Weak<Dispatch>] = []
    /// Who looks with a debugger sees what is private.
    package var ignoresAccess = false
    /// What cells made, until nothing reaches it.
    var made = Made()
    /// Types and generic parameters of cells whose names do not begin with a capital letter.
    private var unusualTypeNames: Set<String> = []
    /// See `unknownType`.
    var unknownTypes: [Type] = []

    func noteTypeName(_ name: String) {
        if !Self.beginsWithCapital(name) { unusualTypeNames.insert(name) }
    }

    /// Whether it is worth a look if a name stands for a type.
    func mayNameType(_ name: String) -> Bool {
        Self.beginsWithCapital(name) || !unusualTypeNames.isEmpty && unusualTypeNames.contains(name)
    }

    private static func beginsWithCapital(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        return first < 128 ? first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") : name.first!.isUppercase
    }

    package init(table: DeclarationTable) {
        self.table = table
        library = Scope(parent: nil, function: nil)
        session = Scope(parent: library, function: nil)
        for type in Environment.standardTypes { register(type) }
        for type in table.types.values {
            register(type)
            // What `Base.Element` of a library's type is, is known by the types that cells declare, too.
            if !type.genericParameters.isEmpty, !type.form.isProtocol {
                type.associatedType = { [weak self] name, type in self?.associatedType(name, of: type) }
            }
        }
        for (alias, name) in table.aliases { library.entities[alias] = library.entities[name] }
        library.entities["Void"] = .type(.void)
        library.entities["Never"] = .type(.never)
    }

    private func register(_ type: NominalType) {
        if type.form.isProtocol {
            library.entities[type.name] = .type(.make(.existential(type)))
        } else if type.genericParameters.isEmpty {
            library.entities[type.name] = .type(.make(.nominal(type, [])))
        } else {
            library.entities[type.name] = .genericType(type)
        }
    }

    static let standardTypes: [NominalType] = [
        .int, .double, .float, .bool, .string, .character, .optional, .array, .range, .closedRange,
        .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough, .dictionary, .set,
    ] + NominalType.integers.dropFirst()

    /// The library's entity of that name.
    func libraryEntity(_ name: String) -> Entity? {
        if !resolvedNames.contains(name) {
            resolvedNames.insert(name)
            for declaration in table.declarations(named: name) {
                resolve(declaration, owner: nil)
            }
        }
        return library.entities[name]
    }

    func memberTable(of type: NominalType) -> MemberTable {
        if let table = tables[ObjectIdentifier(type)] {
            journal?.note(type, table)
            return table
        }
        let table = MemberTable(of: type)
        tables[ObjectIdentifier(type)] = table
        journal?.note(type, table)
        return table
    }

    /// The members of that name that a type's own declaration and extensions give, the library's resolved first.
    func members(named name: String, of type: NominalType) -> MemberTable {
        let members = memberTable(of: type)
        if members.resolved.insert(name).inserted {
            for declaration in isOfLibrary(type) ? table.declarations(named: name, of: type.name) : [] {
                resolve(declaration, owner: type)
            }
        }
        return members
    }

    /// Puts a declaration of the table where the checker looks.
    private func resolve(_ declaration: Declaration, owner: NominalType?) {
        if case .type = declaration.implementation { return }
        DeclarationResolver(environment: self).resolve(declaration, owner: owner)
    }

    /// A cell's type may have the name of one of the library's.
    func isOfLibrary(_ type: NominalType) -> Bool {
        table.types[type.name] === type || Environment.standardTypes.contains { $0 === type }
    }

    // MARK: Conformance

    /// Whether a type conforms to a protocol.
    func conforms(_ type: Type, to nominal: NominalType) -> Bool {
        let key = ConformanceKey(type: type, nominal: nominal)
        if type.mentionsCell || nominal.isOfCells {
            if let known = ofCells.conformances[key] { return known }
            let result = computeConformance(type, nominal)
            if type.isConcrete { ofCells.conformances[key] = result }
            return result
        }
        if let known = ofLibrary.conformances[key] { return known }
        let result = computeConformance(type, nominal)
        if type.isConcrete { ofLibrary.conformances[key] = result }
        return result
    }

    private func computeConformance(_ type: Type, _ nominal: NominalType) -> Bool {
        // On one thread, whatever there is may be handed on.
        if nominal.name == "Any" || nominal.name == "Sendable" && !nominal.isDeclaredByCell { return true }
        if nominal.isComposition { return conformsToAll(type, nominal) }
        if nominal.form.isReference { return isBelow(type, nominal) }
        if nominal.name == "_CountedBound" { return isCounted(type) }
        if nominal.name == "AnyHashable", let hashable = protocolNamed("Hashable") { return conforms(type, to: hashable) }
        if nominal.name == "AnyObject" {
            if type.isClass { return true }
            if case .existential(let other) = type.kind { return isClassBound(other) }
            if case .parameter(let parameter) = type.kind { return parameter.constraints.contains { $0.form.isReference || isClassBound($0) } }
            return false
        }
        if let parent = type.superclass, conforms(parent, to: nominal) { return true }
        switch type.kind {
        case .error, .never: return true
        case .existential(let other):
            return other === nominal || inherits(other, from: nominal)
        case .parameter(let parameter):
            return parameter.constraints.contains { $0 === nominal || inherits($0, from: nominal) }
        case .tuple:
            // Tuples are compared by operators of their own, which ask for no conformance.
            return false
        case .nominal(let own, let arguments):
            if nominal.name == "Equatable" || nominal.name == "Hashable", own.isAlwaysEquatable { return true }
            let stated = own.conformances.contains { conformance in
                (conformance === nominal || inherits(conformance, from: nominal)) && holds(conformance, of: own, arguments)
            }
            if stated { return true }
            return isOfLibrary(own) && table.conformances[own.name, default: []].contains { conformance in
                guard let stated = table.types[conformance.protocolName],
                    stated === nominal || inherits(stated, from: nominal)
                else { return false }
                return holds(conformance, arguments)
            }
        case .function, .metatype: return false
        }
    }

    /// Whether a cell's type is counted in whole steps, so that a range of it is made of values.
    private func isCounted(_ type: Type) -> Bool {
        guard type.nominal?.isDeclaredByCell ?? false, let strideable = protocolNamed("Strideable"), conforms(type, to: strideable),
            let step = associatedType("Stride", of: type)
        else { return false }
        return step.nominal?.isSignedInteger ?? false
    }

    func inherits(_ nominal: NominalType, from other: NominalType) -> Bool {
        guard let all = ancestors(of: nominal) else { return looksUpInheritance(nominal, from: other) }
        return all.contains(other.name) && !other.isOfCells
    }

    /// The names of all that a protocol of the library inherits from; nil for other protocols.
    func ancestors(of nominal: NominalType) -> Set<String>? {
        guard nominal.conformances.isEmpty, !nominal.isOfCells else { return nil }
        if let known = ancestors[ObjectIdentifier(nominal)] { return known }
        let all = Set(inheritedProtocols(of: nominal).map(\.name))
        ancestors[ObjectIdentifier(nominal)] = all
        return all
    }

    private func looksUpInheritance(_ nominal: NominalType, from other: NominalType) -> Bool {
        // Each of those above is looked at once, however many ways lead to it.
        inheritedProtocols(of: nominal).contains { $0 === other }
    }

    /// Whether a type is a class or inherits from it.
    private func isBelow(_ type: Type, _ nominal: NominalType) -> Bool {
        if case .parameter(let parameter) = type.kind {
            return parameter.constraints.contains { one in
                var current: NominalType? = one
                while let here = current {
                    if here === nominal { return true }
                    current = here.superclass?.nominal
                }
                return false
            }
        }
        var current: Type? = type
        while let here = current {
            if here.nominal === nominal { return true }
            current = here.superclass
        }
        return false
    }

    /// Only classes conform to it.
    func isClassBound(_ nominal: NominalType) -> Bool {
        ([nominal] + inheritedProtocols(of: nominal)).contains { $0.name == "AnyObject" || $0.superclass != nil }
    }

    /// The library's protocol of that name.
    func protocolNamed(_ name: String) -> NominalType? {
        table.types[name].flatMap { $0.form.isProtocol ? $0 : nil }
    }

    /// Protocols whose extensions give members to a type, nearest first.
    func protocols(of type: Type) -> [NominalType] {
        let isOfCells = type.mentionsCell
        if let known = isOfCells ? ofCells.protocols[type] : ofLibrary.protocols[type] { return known }
        let result = cellProtocols(of: type) + libraryProtocols(of: type)
        if type.isConcrete {
            if isOfCells { ofCells.protocols[type] = result } else { ofLibrary.protocols[type] = result }
        }
        return result
    }

    /// What generic parameters mean to members of a type, where that was found before.
    func knownSubstitution(for type: Type) -> Substitution? {
        type.mentionsCell ? ofCells.substitutions[type] : ofLibrary.substitutions[type]
    }

    func noteSubstitution(_ substitution: Substitution, for type: Type) {
        if type.mentionsCell { ofCells.substitutions[type] = substitution } else { ofLibrary.substitutions[type] = substitution }
    }

    func knownAssociatedType(_ key: InferenceKey) -> Type? {
        key.type.mentionsCell ? ofCells.associatedTypes[key] : ofLibrary.associatedTypes[key]
    }

    func noteAssociatedType(_ found: Type, _ key: InferenceKey) {
        if key.type.mentionsCell { ofCells.associatedTypes[key] = found } else { ofLibrary.associatedTypes[key] = found }
    }

    /// A cell declares types or states conformances: what was found before may no longer hold. What was found of the
    /// library's types stays, unless a cell extends those.
    func forgetConformances(includingLibrary: Bool) {
        ofCells = Findings()
        if includingLibrary { ofLibrary = Findings() }
    }
}

extension NominalType.Form {
    package var isProtocol: Bool {
        if case .protocolType = self { true } else { false }
    }

    package var isReference: Bool {
        if case .reference = self { true } else { false }
    }
}

extension Environment {
    /// Reads one declaration of the table, as its first use would; problems go to `tableProblems`.
    package func resolves(_ declaration: Declaration) {
        let owner = declaration.ownerName
        if owner.isEmpty {
            _ = libraryEntity(declaration.name)
        } else if let type = table.types[owner] ?? Environment.standardTypes.first(where: { $0.name == owner }) {
            _ = members(named: declaration.name, of: type)
        } else {
            Environment.tableProblems.append("\(declaration.text): there is no type '\(owner)'")
        }
    }
}
