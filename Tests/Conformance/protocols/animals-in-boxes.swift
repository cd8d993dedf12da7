protocol Animal { var name: String { get }; func sound() -> String }
extension Animal { func speak() -> String { "\(name) says \(sound())" } }
struct Dog: Animal { let name: String; func sound() -> String { "woof" } }
struct Cat: Animal { let name: String; func sound() -> String { "meow" }; func speak() -> String { "cat!" } }
func pick(_ b: Bool) -> some Animal { Dog(name: b ? "Rex" : "Max") }
func loud<A: Animal>(_ a: A) -> String { a.speak().uppercased() }
let zoo: [any Animal] = [Dog(name: "A"), Cat(name: "B"), pick(true)]
for a in zoo { print(a.speak(), loud(a), type(of: a)) }
print(zoo.map { $0.name }.joined(), zoo.filter { $0 is Dog }.count, (zoo[1] as! Cat).speak(), (zoo[0] as? Cat)?.name ?? "nil")
struct AnyAnimal: Animal { private let _sound: () -> String; let name: String; init<A: Animal>(_ a: A) { name = a.name; _sound = a.sound }; func sound() -> String { _sound() } }
print(AnyAnimal(Cat(name: "Q")).speak(), [AnyAnimal(zoo[0]), AnyAnimal(zoo[1])].map { $0.speak() })
func describe(_ xs: [some Animal]) -> String { xs.map(\.name).joined(separator: "+") }; print(describe([Dog(name: "x"), Dog(name: "y")]))
func mixed(_ xs: any Animal...) -> Int { xs.count }; print(mixed(Dog(name: "1"), Cat(name: "2")))
var pet: (any Animal)? = nil; print(pet?.speak() ?? "none"); pet = Cat(name: "Z"); print(pet?.speak() ?? "none", pet.map { $0.name.count } ?? 0)
extension Array where Element == any Animal { var chorus: String { map { $0.sound() }.joined(separator: ",") } }; print(zoo.chorus)
extension Sequence where Element: Animal { func allSounds() -> [String] { map { $0.sound() } } }; print([Dog(name: "a")].allSounds())
