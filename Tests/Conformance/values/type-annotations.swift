let a: Int = 3
let b: Double = 3
let c: Float = 0.5
let d: Bool = true
let e: String = "text"
let f: Character = "x"
let g: [Int] = []
let h: [String: Double] = [:]
let i: (Int, String) = (1, "one")
let j: Int? = nil
let k: Double? = 4
let l: (Int) -> Int = { $0 + 1 }
let m: [[Double]] = [[1, 2], [3]]
let n: Array<Int> = [1, 2]
let o: Dictionary<String, Int> = ["a": 1]
let p: Optional<String> = "some"
let q: Set<Int> = [1]
print(a, b, c, d, e, f, g, h, i)
print(j as Any, k as Any, l(1), m, n, o, p as Any, q)
typealias Vector = [Double]
typealias Pair<T> = (T, T)
let v: Vector = [1, 2, 3]
let w: Pair<Int> = (1, 2)
print(v, w)
print(type(of: a), type(of: b), type(of: c), type(of: d), type(of: e), type(of: f))
print(type(of: g), type(of: h), type(of: i), type(of: m), type(of: v))
print(type(of: j), type(of: q))
