/// What a type's name offers beyond its stored properties.
package final class MemberTable {
    /// Methods by name; initialisers are under "init", subscripts under "subscript".
    package var callables: [String: [Callable]] = [:]
    package var properties: [String: [Property]] = [:]
    /// Stored static properties.
    package var statics: [String: Global] = [:]
    package var types: [String: NominalType] = [:]
    /// Functions that compute the default values of stored properties, by field.
    package var fieldDefaults: [Int: Function] = [:]
    /// Whether the initialiser that takes the stored properties is offered.
    package var hasMemberwise = false

    package init() {}

    package func add(_ callable: Callable) {
        callables[callable.name, default: []].append(callable)
    }
}
