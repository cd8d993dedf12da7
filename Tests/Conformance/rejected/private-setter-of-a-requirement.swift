protocol Counted { var n: Int { get set } }
struct Steps: Counted {
    private(set) var n = 1 // rejected: setter for property; must be declared internal
}
print(Steps().n)
