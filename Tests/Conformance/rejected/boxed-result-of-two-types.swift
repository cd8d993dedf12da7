protocol Shape {}
struct Square: Shape {}
struct Circle: Shape {}
func pick(_ isRound: Bool) -> some Shape { // rejected: do not have matching underlying types
    if isRound { return Circle() }
    return Square()
}
