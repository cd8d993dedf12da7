// `~=` with ranges, some without one end, and with members of the value's type.
enum Size: Int, Comparable {
    case small, medium, large
    static func < (a: Size, b: Size) -> Bool { a.rawValue < b.rawValue }
}
let (low, high) = (Size.small, Size.medium)
print(low...high ~= .large, low..<high ~= .small, low... ~= .large, ...high ~= .large)
print(.small ..< .medium ~= low, (.medium)... ~= low, .large ~= high)
print(..<5 ~= 7, ...5 ~= 5, 3... ~= 2, 1...3 ~= 2)
for n in [-2, 0, 7] where 0... ~= n { print(n) }
