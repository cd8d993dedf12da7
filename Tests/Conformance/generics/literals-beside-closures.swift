// What literals are that stand for a generic parameter, the closures beside them say.
let filters: [([Double]) -> [Double]] = [{ $0.map { $0 * 2 } }, { $0.reversed() }]
print(filters.reduce([1, 2]) { $1($0) })

let prices = [1.5, 2.5, 4]
let (total, count) = prices.reduce((0, 0)) { ($0.0 + $1, $0.1 + 1) }
print(total / Double(count))
print(prices.reduce([0]) { $0 + [$0.last! + $1] })
print([1, 2, 3].reduce((sum: 0, product: 1)) { ($0.sum + $1, $0.product * $1) })
print(["a", "b"].reduce(into: (0, "")) { $0.0 += 1; $0.1 += $1 })

func fold<T, R>(_ xs: [T], _ start: R, _ step: (R, T) -> R) -> R {
    var result = start
    for x in xs { result = step(result, x) }
    return result
}
print(fold([1, 2], [0.5]) { $0 + [Double($1)] }, fold(prices, (1, 1)) { ($0.0 * $1, $0.1 + 1) })

func pair<T>(_ a: T, _ b: T) -> [T] { [a, b] }
print(pair([1], [2.5]), pair((1, 2), (1.5, 2)), pair([1, 2], [3]))
