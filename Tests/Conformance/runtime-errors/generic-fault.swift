struct Ring<T> { var items: [T]; subscript(i: Int) -> T { items[i % items.count] } } // traps: zero
let ring = Ring(items: ["a", "b"])
print(ring[0], ring[5])
print(Ring<Int>(items: [])[1])
