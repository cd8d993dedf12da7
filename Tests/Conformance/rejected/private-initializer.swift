final class Registry {
    static let shared = Registry()
    private init() {}
}
print(Registry.shared === Registry.shared)
let other = Registry() // rejected: 'Registry' initializer is inaccessible due to 'private' protection level
