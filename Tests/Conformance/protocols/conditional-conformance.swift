struct Box<T> { var content: T }
extension Box: Equatable where T: Equatable {}
extension Box: Hashable where T: Hashable {}
extension Box: Comparable where T: Comparable { static func < (a: Box, b: Box) -> Bool { a.content < b.content } }
extension Box: CustomStringConvertible where T: CustomStringConvertible { var description: String { "Box(" + content.description + ")" } }
extension Box where T == Int { var doubled: Int { content * 2 } }
extension Box where T: Collection { var size: Int { content.count } }
print(Box(content: 3) == Box(content: 3), Box(content: "a") < Box(content: "b"), Box(content: 4))
print(Set([Box(content: 1), Box(content: 1)]).count, Box(content: 21).doubled, Box(content: [1, 2]).size, Box(content: "abc").size)
print([Box(content: 3), Box(content: 1)].sorted(), Box(content: Box(content: 2)))
protocol Summable { static func + (a: Self, b: Self) -> Self; static var none: Self { get } }
extension Int: Summable { static var none: Int { 0 } }
extension Double: Summable { static var none: Double { 0 } }
extension Array where Element: Summable { func total() -> Element { reduce(.none, +) } }
print([1, 2].total(), [0.5, 0.25].total())
protocol Describable { func describe() -> String }
extension Int: Describable { func describe() -> String { "int \(self)" } }
extension String: Describable { func describe() -> String { "string \(self)" } }
extension Array: Describable where Element: Describable { func describe() -> String { "[" + map { $0.describe() }.joined(separator: "; ") + "]" } }
extension Optional: Describable where Wrapped: Describable { func describe() -> String { self?.describe() ?? "nothing" } }
print([1, 2].describe(), [["a"], []].describe(), Optional(3).describe(), [nil, "x"].describe())
print([1, 2] == [1, 2], [[1]] == [[1]], Optional(1) == Optional(1), [Box(content: 1)] == [Box(content: 1)])
