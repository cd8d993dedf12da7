func label(_ n: Int) -> String {
    if n > 0 { return "positive" }
    return n // rejected: cannot convert return expression of type 'Int' to return type 'String'
}
