/// The value of a throwing form, or the end of the program with its message, as the library's plain face has it.
@inline(__always)
func orEnded<Value>(_ body: () throws -> Value) -> Value {
    do {
        return try body()
    } catch {
        fatalError("\(error)")
    }
}
