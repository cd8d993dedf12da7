import SwiftSyntax

/// What the names of a notebook's cells are called in the program that it becomes.
///
/// A session lets a cell declare a name again, a program does not. What is declared again is something else with the
/// same name, so from there on it goes by a name of its own: `x2`, and `Cell7.Block` for types, which print their name.
/// In two cases a session takes the new for the old, and so must the program: functions of earlier cells see the new
/// value of a variable that is declared again with its type, and call the new code of a function that is declared again
/// with its signature.
final class ProgramNames {
    /// A name as one cell declares it.
    final class Declared {
        enum Form { case variable, function, type, alias }

        let name: String
        let form: Form
        let cell: Int
        /// What it is called in the program.
        var newName: String
        /// The variable of the same name and type that it takes the place of in a session.
        let earlier: Declared?
        /// An earlier cell knows the name as something else.
        let isDeclaredAgain: Bool
        /// The variable that holds its value in the program, where that is an earlier one.
        var home: Declared?
        /// A later cell gives it a new value where it declares it again.
        var isGivenAnother = false
        var references: [ProgramNames.Reference] = []

        init(_ name: String, _ form: Form, cell: Int, earlier: Declared?, isDeclaredAgain: Bool) {
            self.name = name
            self.form = form
            self.cell = cell
            self.earlier = earlier
            self.isDeclaredAgain = isDeclaredAgain
            newName = name
        }

        /// Functions and closures look at it, whenever they are called.
        var isSeenByFunctions: Bool { references.contains(where: \.place.isInFunction) }
    }

    /// A place where a name stands, and what is meant; nil for names of the library and of closed blocks.
    struct Reference {
        let place: NameReferences.Place
        let target: Declared?
        let cell: Int
    }

    /// A function of one cell whose code a later cell replaces.
    struct Replacement {
        let old: (cell: Int, syntax: FunctionDeclSyntax, declared: Declared)
        let new: (cell: Int, syntax: FunctionDeclSyntax, declared: Declared)
        var isNeeded = false
        var newName = ""
        /// The variable that says that the new code is there.
        var flag = ""
    }

    private var known: [String: Declared] = [:]
    private var all: [Declared] = []
    private var replacements: [Replacement] = []
    /// Names of the library that cells have used.
    private var used: Set<String> = []
    /// Identifiers of all cells: new names are none of these.
    private var taken: Set<String>
    private var trees: [Int: SourceFileSyntax] = [:]
    private let members: MemberNames
    /// Why a cell, by its index, cannot stand in a program.
    private(set) var problems: [Int: Diagnostic] = [:]

    init(_ table: DeclarationTable, _ sources: [SourceText]) {
        members = MemberNames(table)
        taken = Set(sources.flatMap { $0.text.split { !($0 == "_" || $0.isLetter || $0.isNumber) }.map(String.init) })
    }

    // MARK: Reading

    /// Takes in a cell.
    ///
    /// - Parameter session: what earlier cells declared.
    func add(_ parsed: ParsedCell, _ cell: CheckedCell, isRepeated: Bool, at index: Int, session: [String: Entity]) -> CellTranslation.Part {
        trees[index] = parsed.tree
        members.add(parsed.tree)
        let names = NameReferences(declared: Set(cell.declared.keys), tree: parsed.tree) { [members] in members.all(of: $0) }
        let usedHere = Set(names.places.filter { !$0.isOwn && known[$0.name] == nil }.map(\.name))
        var own: [String: Declared] = [:]
        if !isRepeated {
            for (name, entity) in cell.declared.sorted(by: { $0.key < $1.key }) {
                let form = Self.form(of: entity)
                let hidesLibrary = form != .function && (used.contains(name) || usedHere.contains(name))
                let before = known[name]
                let declared = Declared(
                    name, form, cell: index, earlier: Self.isSameVariable(entity, session[name]) ? before : nil, isDeclaredAgain: before != nil || hidesLibrary)
                own[name] = declared
                if let before, case .callables(let new) = entity, case .callables(let old)? = session[name] { replace(before, old, with: declared, new) }
            }
        }
        let references = names.places.map { place in
            let isOwn = place.isOwn && cell.declared[place.name] != nil
            return Reference(place: place, target: isOwn ? own[place.name] : known[place.name], cell: index)
        }
        for reference in references { reference.target?.references.append(reference) }
        used.formUnion(usedHere)
        known.merge(own) { _, new in new }
        all += own.values.sorted { $0.name < $1.name }
        return CellTranslation.Part(parsed: parsed, cell: cell, isRepeated: isRepeated, references: references, types: names.types)
    }

    private static func form(of entity: Entity) -> Declared.Form {
        switch entity {
        case .variable, .global, .property: .variable
        case .callables: .function
        case .type, .genericType: .type
        case .alias: .alias
        }
    }

    private static func isSameVariable(_ new: Entity, _ old: Entity?) -> Bool {
        guard case .global(let new) = new, case .global(let old)? = old else { return false }
        return new === old
    }

    /// Notes the functions that run the code of new ones from here on.
    private func replace(_ before: Declared, _ old: [Callable], with declared: Declared, _ new: [Callable]) {
        for callable in new {
            guard case .function = callable.implementation, let syntax = function(at: callable.range, in: declared.cell) else { continue }
            for other in old where other.signature == callable.signature {
                guard case .function = other.implementation, let earlier = function(at: other.range, in: before.cell) else { continue }
                replacements.append(Replacement(old: (before.cell, earlier, before), new: (declared.cell, syntax, declared)))
            }
        }
    }

    private func function(at range: SourceRange, in cell: Int) -> FunctionDeclSyntax? {
        for item in trees[cell]?.statements ?? [] {
            if let function = item.item.as(FunctionDeclSyntax.self), function.name.sourceRange == range { return function }
        }
        return nil
    }

    // MARK: Deciding

    /// Gives everything its name in the program, once all cells are read.
    func decide() {
        var spaces: [Int: String] = [:]
        for declared in all where declared.isDeclaredAgain {
            if let home = declared.earlier.map({ $0.home ?? $0 }), home.isSeenByFunctions {
                declared.home = home
                home.isGivenAnother = true
                home.references += declared.references
                declared.newName = home.newName
            } else if declared.form == .type {
                let space = spaces[declared.cell] ?? free("Cell", from: declared.cell + 1)
                spaces[declared.cell] = space
                declared.newName = space + "." + declared.name
            } else if !Self.isOperator(declared.name) {
                declared.newName = free(declared.name, from: 2)
            }
        }
        for index in replacements.indices { replacements[index] = decided(replacements[index]) }
    }

    /// A function that others still call, or that is kept as a value, hands over to the one that replaces it.
    private func decided(_ replacement: Replacement) -> Replacement {
        var replacement = replacement
        let (old, new) = (replacement.old, replacement.new)
        let isOperator = Self.isOperator(old.declared.name)
        let isHandedOver = replacements.contains { $0.isNeeded && $0.new.syntax.id == old.syntax.id }
        let own = old.syntax.sourceRange
        let isStillUsed = old.declared.references.contains { reference in
            guard reference.place.kind != .declaration, reference.place.isInFunction || !reference.place.isCalled else { return false }
            return reference.cell != old.cell || !(own.start..<own.end).contains(reference.place.range.start)
        }
        guard isOperator || isHandedOver || isStillUsed else { return replacement }
        if old.syntax.signature.parameterClause.parameters.contains(where: { $0.ellipsis != nil }) {
            problems[new.cell] = Diagnostic(
                .error,
                "the function '\(old.declared.name)' takes any number of arguments and is used by functions of earlier cells: a program cannot replace it",
                at: new.syntax.name.sourceRange, help: "give it another name here, or declare it once")
            return replacement
        }
        let stem = isOperator ? "operator" : old.declared.name
        replacement.isNeeded = true
        replacement.newName = isOperator ? free(stem, from: 2) : new.declared.newName
        replacement.flag = free(stem + "IsReplaced", from: nil)
        return replacement
    }

    private static func isOperator(_ name: String) -> Bool {
        name.first.map { !($0 == "_" || $0.isLetter) } ?? false
    }

    /// A name with a number behind it that no cell has.
    private func free(_ stem: String, from first: Int?) -> String {
        var number = first
        while taken.contains(stem + (number.map(String.init) ?? "")) { number = (number ?? 1) + 1 }
        let name = stem + (number.map(String.init) ?? "")
        taken.insert(name)
        return name
    }

    // MARK: Writing

    /// Writes a cell's names as the program has them.
    func write(_ part: CellTranslation.Part, at index: Int, _ edits: inout TextEdits) {
        writeReplacements(at: index, &edits)
        moveTypes(part, &edits)
        // In a pattern of several names they are new ones, whose values then go to where the names have them.
        var patterns: [ObjectIdentifier: (range: SourceRange, name: String)] = [:]
        var rewritten: Set<Int> = []
        for reference in part.references where reference.place.kind == .declaration {
            guard let target = reference.target, target.form == .variable, let binding = TopLevelBinding(of: reference.place.range, in: part.parsed.tree) else { continue }
            if target.home == nil {
                if target.isGivenAnother { binding.makeVariable(&edits) }
            } else if binding.replace(with: target.newName, &edits) {
                rewritten.insert(reference.place.range.start)
            } else {
                let name = free(target.name, from: 2)
                patterns[ObjectIdentifier(target)] = (binding.item.sourceRange, name)
                edits.insert("\n\(target.newName) = \(name)", after: binding.item.sourceRange.end)
            }
        }
        for reference in part.references {
            guard let target = reference.target, !rewritten.contains(reference.place.range.start) else { continue }
            let place = reference.place
            let pattern = patterns[ObjectIdentifier(target)].flatMap { $0.range.contains(place.range) ? $0.name : nil }
            let name = pattern ?? target.newName
            guard name != target.name else { continue }
            switch place.kind {
            case .reference: edits.replace(place.range, with: name)
            case .declaration: if target.form != .type { edits.replace(place.range, with: name) }
            case .shorthandBinding, .capture: edits.insert(" = " + name, after: place.range.end)
            }
        }
    }

    /// Types that keep their name get a place of their own.
    private func moveTypes(_ part: CellTranslation.Part, _ edits: inout TextEdits) {
        var space: Substring?
        for reference in part.references where reference.place.kind == .declaration {
            guard let target = reference.target, target.form == .type, target.newName != target.name else { continue }
            guard let range = part.types.first(where: { $0.name == target.name })?.range else { continue }
            let own = target.newName.prefix { $0 != "." }
            edits.insert((space == nil ? "enum " : "extension ") + own + " {\n", at: range.start)
            edits.insert("\n}", after: range.end)
            space = own
        }
    }

    private func writeReplacements(at index: Int, _ edits: inout TextEdits) {
        for replacement in replacements where replacement.isNeeded {
            if replacement.new.cell == index {
                edits.prepend("\(replacement.flag) = true\n")
                let syntax = replacement.new.syntax
                if Self.isOperator(replacement.old.declared.name) {
                    edits.replace(syntax.name.sourceRange, with: replacement.newName)
                    for modifier in syntax.modifiers where ["prefix", "postfix"].contains(modifier.name.text) { edits.replace(modifier.sourceRange, with: "") }
                }
            }
            guard replacement.old.cell == index, let body = replacement.old.syntax.body else { continue }
            edits.prepend("var \(replacement.flag) = false\n")
            edits.insert(" if \(replacement.flag) { return \(Self.call(replacement.newName, replacement.old.syntax)) };", after: body.leftBrace.sourceRange.end)
            // The value of a body's only expression is returned without saying so; now it is not the only one.
            if body.statements.count == 1, replacement.old.syntax.signature.returnClause != nil, case .expr(let value)? = body.statements.first?.item {
                edits.insert("return ", after: value.sourceRange.start)
            }
        }
    }

    /// A call that hands over a function's own arguments.
    private static func call(_ name: String, _ syntax: FunctionDeclSyntax) -> String {
        let arguments = syntax.signature.parameterClause.parameters.map { parameter in
            var value = (parameter.secondName ?? parameter.firstName).text
            if let type = parameter.type.as(AttributedTypeSyntax.self) {
                if type.specifiers.contains(where: { $0.trimmedDescription == "inout" }) { value = "&" + value }
                if type.attributes.contains(where: { $0.trimmedDescription == "@autoclosure" }) { value += "()" }
            }
            return parameter.firstName.text == "_" ? value : parameter.firstName.text + ": " + value
        }
        let canThrow = syntax.signature.effectSpecifiers?.throwsClause != nil
        return (canThrow ? "try " : "") + name + "(" + arguments.joined(separator: ", ") + ")"
    }
}
