func first<C: Collection>(_ c: C) -> C.Element {
    c[0] // rejected: 
}
print(first([1, 2]))
