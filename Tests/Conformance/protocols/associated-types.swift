protocol Container {
    associatedtype Item
    var count: Int { get }
    mutating func add(_ item: Item)
    subscript(i: Int) -> Item { get }
}
struct IntBox: Container {
    var items: [Int] = []
    var count: Int { items.count }
    mutating func add(_ item: Int) { items.append(item) }
    subscript(i: Int) -> Int { items[i] }
}
struct Bag<T>: Container {
    private var storage: [T] = []
    init(_ items: [T] = []) { storage = items }
    var count: Int { storage.count }
    mutating func add(_ item: T) { storage.append(item) }
    subscript(i: Int) -> T { storage[i] }
}
extension Container {
    var first: Item? { count > 0 ? self[0] : nil }
    func all() -> [Item] { (0..<count).map { self[$0] } }
}
extension Container where Item: Equatable { func has(_ item: Item) -> Bool { all().contains(item) } }
var box = IntBox()
box.add(4); box.add(5)
var bag = Bag(["x"])
bag.add("y")
print(box.all(), bag.all(), box.first as Any, Bag<Double>().first as Any, bag.has("y"), box.has(9))
func merge<A: Container, B: Container>(_ a: A, into b: inout B) where A.Item == B.Item { for i in 0..<a.count { b.add(a[i]) } }
var target = Bag([1])
merge(box, into: &target)
print(target.all())
func sum<C: Container>(_ c: C) -> C.Item where C.Item: Numeric { c.all().reduce(0, +) }
print(sum(target), sum(Bag([0.5, 1.5])))
protocol Converter { associatedtype Input; associatedtype Output; func convert(_ i: Input) -> Output }
struct Length: Converter { func convert(_ s: String) -> Int { s.count } }
struct Halver: Converter { func convert(_ n: Int) -> Double { Double(n) / 2 } }
func chain<A: Converter, B: Converter>(_ a: A, _ b: B, _ x: A.Input) -> B.Output where A.Output == B.Input { b.convert(a.convert(x)) }
print(chain(Length(), Halver(), "hello"))
protocol Shelter<Pet> { associatedtype Pet; var pets: [Pet] { get } }
struct Cats: Shelter { var pets = ["tom"] }
func firstPet(_ s: some Shelter<String>) -> String { s.pets[0] }
print(firstPet(Cats()))
