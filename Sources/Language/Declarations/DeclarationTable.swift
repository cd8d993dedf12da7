/// Everything a cell can name that it did not declare itself. One table serves checking, completion, inspection and
/// the reference pages.
package final class DeclarationTable: @unchecked Sendable {
    /// In the order they were added.
    package private(set) var declarations: [Declaration] = []
    package private(set) var types: [String: NominalType] = [:]
    /// By owner ("" for none), then by name.
    private var index: [String: [String: [Declaration]]] = [:]
    /// Which types conform to which protocols, with conditions: ("Array", "PlotData", requirement on Element).
    package private(set) var conformances: [String: [Conformance]] = [:]
    /// What a cell's type must declare to conform to a protocol of the library.
    package internal(set) var requirements: [String: [Requirement]] = [:]
    /// What else every type has that conforms to a protocol of the library, though each type declares it for itself:
    /// names of members.
    package var promised: [String: Set<String>] = [:]
    /// Types whose values do something when they are made and left alone, as a figure shows itself.
    package var selfShowingTypes: Set<String> = []
    /// Other names of types: `TimeInterval` is `Double`.
    package var aliases: [String: String] = [:]
    /// The same, and of what is no member.
    package var foreign = ForeignSpellings()

    /// That a type conforms to a protocol, given that its generic parameters do to others.
    package struct Conformance {
        package let protocolName: String
        /// What each of its generic arguments must conform to, in order.
        package let requirements: [[Requirement]]
        /// Associated types, in terms of the type's generic parameters: "Element" is "(key: Key, value: Value)".
        package let types: [String: String]

        /// A protocol that an argument, or its associated type, must conform to.
        package struct Requirement: CustomStringConvertible {
            package let associatedType: String?
            package let protocolName: String

            package var description: String { (associatedType.map { "\($0): " } ?? "") + protocolName }
        }

        /// - Parameter requirements: "" for any argument, "Collection & Element: Collection" for one whose associated type
        ///   has to conform, too.
        init(protocolName: String, requirements: [String], types: [String: String]) {
            self.protocolName = protocolName
            self.types = types
            self.requirements = requirements.map { requirement in
                requirement.split(separator: "&").map { part in
                    let words = part.split { $0 == ":" || $0 == " " }.map(String.init)
                    return Requirement(
                        associatedType: words.count > 1 ? words[0] : nil, protocolName: words.last ?? "")
                }
            }
        }
    }

    /// The part of the library that is being declared.
    package var topic = DeclarationTable.languageTopic

    package static let languageTopic = "Swift"

    package init() {}

    package func add(_ declaration: Declaration) {
        declaration.topic = topic
        declarations.append(declaration)
        if case .type(let type) = declaration.implementation { types[type.name] = type }
        index[declaration.ownerName, default: [:]][declaration.name, default: []].append(declaration)
    }

    /// Gives an example to the declarations of a name that have none of their own.
    package func addExample(_ example: String, to name: String, of owner: String) {
        for declaration in declarations(named: name, of: owner) where declaration.example.isEmpty { declaration.example = example }
    }

    /// States that a type conforms to a protocol.
    package func conform(
        _ type: String, to protocolName: String, where requirements: [String] = [],
        types: [String: String] = [:]
    ) {
        conformances[type, default: []].append(
            Conformance(protocolName: protocolName, requirements: requirements, types: types))
    }

    package func declarations(named name: String, of owner: String = "") -> [Declaration] {
        index[owner]?[name] ?? []
    }

    /// Names of everything a type offers, or of what stands on its own, in alphabetical order.
    package func names(of owner: String = "") -> [String] {
        (index[owner]?.keys).map { $0.sorted() } ?? []
    }
}

extension DeclarationTable {
    /// The library's protocols, in the order they were added.
    package var protocols: [NominalType] {
        declarations.compactMap {
            if case .type(let type) = $0.implementation, type.form.isProtocol { type } else { nil }
        }
    }
}
