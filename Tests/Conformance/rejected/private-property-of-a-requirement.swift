protocol Counted { var n: Int { get } }
struct Steps: Counted {
    private var n = 1 // rejected: property; must be declared internal
}
print(Steps() is any Counted)
