struct Ring<T>: Collection, ExpressibleByArrayLiteral { private var s: [T]; var off = 0
 init(arrayLiteral e: T...) { s = e }
 var startIndex: Int { 0 }; var endIndex: Int { s.count }
 func index(after i: Int) -> Int { i + 1 }
 subscript(i: Int) -> T { get { s[(i + off) % s.count] } set { s[(i + off) % s.count] = newValue } } }
extension Ring: BidirectionalCollection { func index(before i: Int) -> Int { i - 1 } }
extension Ring: RandomAccessCollection, MutableCollection {}
extension Ring: Equatable where T: Equatable {}
extension Ring: CustomStringConvertible { var description: String { "Ring" + map { "\($0)" }.joined(separator: ",") } }
var r: Ring = [3, 1, 2]; r.off = 1
print(r, r.first!, r.last!, r.count, r.isEmpty, r.firstIndex(of: 3)!, r[1...].map { $0 }, r.reversed().map { $0 }, r.indices.map { $0 }, r.dropLast().map { $0 }, r.suffix(2).map { $0 }, r.sorted(), r == [1, 2, 3])
r.sort(); print(r, Array(r)); r.swapAt(0, 2); r.reverse(); r[0] = 9; print(r, r.randomElement() != nil, r.distance(from: 0, to: 3), r.index(0, offsetBy: 2), r.max()!, r.shuffled().count)
r.partition { $0 > 2 }; print(r.filter { $0 > 2 }.count)
