func first<C: Collection>(_ c: C) -> C.Element {
    c[0] // rejected: cannot convert value of type 'Int'; C.Index
}
print(first([1, 2]))
