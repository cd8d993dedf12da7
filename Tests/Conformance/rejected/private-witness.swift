protocol Named { func name() -> String }
struct Dog: Named {
    private func name() -> String { "dog" }  // rejected: must be declared internal; 'Named'
}
print("never")
