struct Money: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, CustomStringConvertible { let c: Int; init(floatLiteral v: Double) { c = Int((v * 100).rounded()) }; init(integerLiteral v: Int) { c = v * 100 }; var description: String { "$\(c / 100).\(c % 100 < 10 ? "0" : "")\(c % 100)" } }
let m: Money = 3.25; let k: Money = 7; print(m, k, [1, 2.5] as [Money]); func pay(_ m: Money) -> Int { m.c }; print(pay(4), pay(1.99))
struct Path: ExpressibleByStringLiteral, ExpressibleByStringInterpolation { let parts: [String]; init(stringLiteral s: String) { parts = s.split(separator: "/").map(String.init) } }
let path: Path = "a/b/c"; print(path.parts); let nm = "zz"; let p2: Path = "x/\(nm)"; print(p2.parts)
struct Bag<T: Hashable>: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral { var counts: [T: Int] = [:]; init(arrayLiteral e: T...) { for x in e { counts[x, default: 0] += 1 } }; init(dictionaryLiteral e: (T, Int)...) { for (k, v) in e { counts[k] = v } } }
let bag: Bag = ["a", "b", "a"]; print(bag.counts["a"]!); let b2: Bag = ["x": 3]; print(b2.counts)
struct Flag: ExpressibleByBooleanLiteral { let v: Bool; init(booleanLiteral b: Bool) { v = b } }; let f: Flag = true; print(f.v)
struct Opt<T>: ExpressibleByNilLiteral { let v: T?; init(nilLiteral: ()) { v = nil }; init(_ v: T) { self.v = v } }; let o: Opt<Int> = nil; print(o.v as Any, Opt(3).v!)
let a = 0x1F, b = 0b11, c = 0o17, d = 1e3, e = 0x1p4, g = 1_000; print(a, b, c, d, e, g, -5, +3, 5 as Double, 2.0 as Float, "x" as Character, ([1, 2] as Set<Int>).sorted(), [] as [Int], [:] as [String: Int], nil as Int? as Any)
let arr: [Double] = [1, 2.5, 3]; let dd: [String: Double] = ["a": 1]; let t: (Int, Double) = (1, 2); let n: [[Float]] = [[1], [2, 3]]; let oo: [Int?] = [1, nil]; let s: Set<Character> = ["a"]; let x: UInt8 = 255, y: Int64 = -1; print(arr, dd, t, n, oo, s, x, y)
let mixed: [Any] = [1, "a", 2.5, true, [1], nil as Int? as Any]; for v in mixed { switch v { case let i as Int: print("Int", i); case let s as String: print("Str", s); case let d as Double: print("Dbl", d); case let b as Bool: print("Bool", b); case let a as [Int]: print("Arr", a); default: print("?") } }
print("""
    multi "line"
      \(1 + 2)
    end\
     joined
    """, #"raw \d+ "q""#, ##"a"#b"##, "\u{e9}\t|", "a\\b", """
    x
    """)
print(1...3 ~= 2, (1..<3).contains(3), 1 + 2 * 3 - 4 / 2 % 3, (1 + 2) * 3, -2 * -3, 1 << 3 + 1, !true || true && false, 10 / 3 * 3, 2 + 3 > 4 && 1 < 2, ~5 & 0xF)
var z = 5; z += 1; z -= 2; z *= 3; z /= 2; z %= 4; z <<= 2; z |= 1; z ^= 3; z &= 0xFE; z >>= 1; print(z); var str = "a"; str += "b"; var ar = [1]; ar += [2]; var bo = true; bo.toggle(); print(str, ar, bo)
let tup = (1, (2, "x")); print(tup.1.1, tup.1); let big = Int.max; print(big &+ 1, big.addingReportingOverflow(1), UInt8.max &* 2, Int8(-128) &- 1, (-128 as Int8).magnitude); let emoji = "🇪🇸"; print(emoji.count, emoji.unicodeScalars.count, emoji.utf16.count)
