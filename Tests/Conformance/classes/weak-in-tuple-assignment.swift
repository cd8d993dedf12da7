// Weak references among what a tuple is assigned to.
final class Person {
    let name: String
    weak var spouse: Person?
    init(_ name: String) { self.name = name }
}
do {
    let p = Person("Ann"), q = Person("Bob")
    (p.spouse, q.spouse) = (q, p)
    (p.spouse, q.spouse) = (nil, q)
    print(p.spouse == nil, q.spouse === q)
}
