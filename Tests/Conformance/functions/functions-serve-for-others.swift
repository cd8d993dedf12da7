func describe(_ value: Any) -> String { "<\(value)>" }
func length(_ text: String) -> Int { text.count }
func shout() { print("!") }

let ofString: (String) -> String = describe
let optional: (String) -> Int? = length
let anything: (String) -> Any = length
print(ofString("a"), optional("abc") as Any, anything("ab"))
print([1, 2].map(describe), ["x", "yy"].map(describe))

let handlers: [(String) -> Any] = [describe, length]
print(handlers.map { $0("abc") })

func apply(_ f: (Int) -> Any) -> Any { f(3) }
let double: (Int) -> Int = { $0 * 2 }
print(apply(double))

func run(_ f: () throws -> Int?) rethrows -> Int { try f() ?? -1 }
let seven: () -> Int = { 7 }
print(run(seven))

class Animal { var name: String { "animal" } }
final class Cat: Animal { override var name: String { "cat" } }
func name(of animal: Animal) -> String { animal.name }
func makeCat() -> Cat { Cat() }
let ofCat: (Cat) -> String? = name
let make: () -> Animal = makeCat
print(ofCat(Cat()) ?? "-", make().name)
let action: () -> Void = shout
action()
