/// How values of a struct that the library declares are shown, compared and hashed, where its stored properties do not
/// say it: a slice shows the elements it has, not the array it is part of.
package struct Conduct: Sendable {
    package let describe:
        @Sendable (Machine, UnsafePointer<UInt64>, Type, _ isNested: Bool, inout String) throws -> Void
    package let equal:
        (@Sendable (Machine, UnsafePointer<UInt64>, UnsafePointer<UInt64>, Type) throws -> Bool)?
    package let hash:
        (@Sendable (Machine, UnsafePointer<UInt64>, Type, inout CellHasher) throws -> Void)?

    package init(
        describe: @escaping @Sendable (
            Machine, UnsafePointer<UInt64>, Type, Bool, inout String
        ) throws -> Void,
        equal: (
            @Sendable (Machine, UnsafePointer<UInt64>, UnsafePointer<UInt64>, Type) throws -> Bool
        )? = nil,
        hash: (@Sendable (Machine, UnsafePointer<UInt64>, Type, inout CellHasher) throws -> Void)? = nil
    ) {
        self.describe = describe
        self.equal = equal
        self.hash = hash
    }
}
