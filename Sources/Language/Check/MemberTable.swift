/// What a type's name offers beyond its stored properties.
package final class MemberTable {
    /// Methods by name; initialisers are under "init", subscripts under "subscript".
    package var callables: [String: [Callable]] = [:]
    package var properties: [String: [Property]] = [:]
    /// Stored properties with `willSet` or `didSet`: assigning goes through the setter.
    package var observed: [String: Property] = [:]
    /// Stored static properties.
    package var statics: [String: Global] = [:]
    /// Types and aliases declared inside it.
    package var types: [String: Entity] = [:]
    /// Which cell declared them.
    var typeSources: [String: SourceText] = [:]
    /// What computes the default values of stored properties, by field.
    package var fieldDefaults: [Int: Callable] = [:]
    /// What makes each of an enum's cases.
    package var caseCallables: [Callable] = []
    /// The raw values of an enum's cases.
    package var rawValues: [Expression] = []
    /// `deinit` of a class.
    var deinitializer: Callable?
    /// Stored properties that classes below replace: reached through accessors.
    var dynamicFields: [String: Property] = [:]
    /// Members that are private, those that are not, and properties that only the type itself may assign.
    var privateNames: Set<String> = []
    var openNames: Set<String> = []
    /// Where properties are declared that are private, or, with a "=" behind the name, may be assigned inside only.
    var privatePlaces: [String: SourceRange] = [:]
    var privateSetters: Set<String> = []
    /// Whether the initialiser that takes the stored properties is offered.
    package var hasMemberwise = false

    /// Names that were looked for among the library's declarations.
    var resolved: Set<String> = []

    /// Whose members they are.
    private(set) weak var owner: NominalType?

    package init() {}

    init(of owner: NominalType) { self.owner = owner }

    package func add(_ callable: Callable) {
        callables[callable.name, default: []].append(callable)
    }
}
