import Foundation
print("hello".commonPrefix(with: "help"), "abc".commonPrefix(with: "xyz").isEmpty, "Hello".commonPrefix(with: "hELp", options: .caseInsensitive), "éa".commonPrefix(with: "éb"))
let d = "héllo".data(using: .utf8)!
print(d.count, Array(d), d)
print(String(data: d, encoding: .utf8)!, String(decoding: d, as: UTF8.self))
print("é".data(using: .ascii) as Any, "e".data(using: .ascii)!.count)
print(d[0], d.first!, d.map { String($0, radix: 16) }.joined(), d.isEmpty, Data([1,2]).count, Data().isEmpty)
print("abc".data(using: .utf8) == Data("abc".utf8))
