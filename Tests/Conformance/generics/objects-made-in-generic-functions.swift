// Objects of plain classes that generic code makes go as others do.
final class Resource {
    let name: String
    init(_ name: String) { self.name = name }
    deinit { print("gone", name) }
}

func using<T>(_ value: T, _ body: (Resource, T) throws -> Void) rethrows {
    let resource = Resource("\(value)")
    try body(resource, value)
    print("used")
}

using(1) { resource, value in print(resource.name, value) }
using("text") { resource, value in print(resource.name, value) }

extension Array {
    func logged() -> Int {
        let log = Resource("log of \(count)")
        return log.name.count
    }
}
print([1, 2].logged(), ["a"].logged())

struct Failure: Error {}
func failing<T>(_ value: T) throws -> T {
    let first = Resource("first")
    let second = Resource("second")
    if first.name.count < second.name.count { throw Failure() }
    return value
}
for index in 0..<3 {
    do {
        print(try failing(index))
    } catch {
        print("caught", index)
    }
}

final class Holder<T> {
    let item: T
    let resource = Resource("inside")
    init(_ item: T) { self.item = item }
    deinit { print("holder of", item) }
}
func hold<T>(_ item: T) -> Int {
    let holder = Holder(item)
    return holder.resource.name.count
}
print(hold(1), hold("x"))
