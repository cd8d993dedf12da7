let numbers = [1, 2, 3, 1, 2]
print(numbers.replacing([1, 2], with: [9]), numbers.replacing([1, 2], with: [], maxReplacements: 1))
print(numbers.firstRange(of: [2, 3])!.count, numbers.firstRange(of: [3, 2]) == nil, numbers.ranges(of: [1, 2]).map(\.lowerBound))
print(numbers.trimmingPrefix([1]), numbers.trimmingPrefix([5]), numbers.trimmingPrefix { $0 < 3 }, numbers.contains([2, 3]), numbers.contains([2, 1]))
print(numbers.split(separator: [3, 1]).map { Array($0) })
var changed = numbers
changed.replace([1], with: [7, 7])
changed.trimPrefix([7])
print(changed)
changed.trimPrefix { $0 != 3 }
print(changed)

let text = "hello, world, hello"
print(text.replacing("hello", with: "bye"), text.replacing("hello", with: "x", maxReplacements: 1))
print(text.trimmingPrefix("hello"), text.ranges(of: "hello").count, text.contains("wor"), text.split(separator: ", "))
var other = text
other.replace("l", with: "L")
other.trimPrefix("he")
print(other, other.trimmingPrefix(while: \.isUppercase))
