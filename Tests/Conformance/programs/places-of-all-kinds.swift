struct In {
    var a = [1, 2, 3], t = (x: 1, y: "y"), d = ["k": [1]], o: Int? = 1
    var c: Int {
        get { a[0] }
        set {
            print("set", newValue)
            a[0] = newValue
        }
    }
    subscript(i: Int) -> Int {
        get {
            print("get[\(i)]")
            return a[i]
        }
        set {
            print("set[\(i)]=\(newValue)")
            a[i] = newValue
        }
    }
    mutating func grow() -> Int {
        a.append(a.count)
        return a.count
    }
}
struct Out {
    var i = In() { didSet { print("i changed", oldValue.a.count, i.a.count) } }
    var list = [In(), In()]
    var opt: In? = In()
    lazy var lz = In()
    static var shared = In()
}
final class Obj {
    var s = Out()
    var w: Int = 0 {
        willSet { print("w", w, "->", newValue) }
        didSet { if w < 0 { w = 0 } }
    }
    subscript(k: String) -> In {
        get { s.opt ?? In() }
        set { s.opt = newValue }
    }
}
func inc(_ x: inout Int, by n: Int = 1) { x += n }
func app(_ a: inout [Int], _ xs: Int...) { a += xs }
func both(_ a: inout Int, _ b: inout String) {
    a *= 2
    b += "!"
}
var o = Out()
inc(&o.i.a[1])
inc(&o.i.c, by: 5)
inc(&o.i[2])
print(o.i.a)
o.list[1].t.x += 3
var ty = "q"
both(&o.list[1].t.x, &ty)
print(o.list[1].t, o.list[0].t)
o.opt?.a[0] = 50
o.opt?.d["k"]?.append(2)
o.opt?.d["n", default: []].append(3)
o.opt!.o! += 5
print(o.opt!.a, o.opt!.d.sorted { $0.key < $1.key }, o.opt!.o as Any, o.opt?.grow() as Any)
o.lz.a.removeAll()
inc(&o.lz.t.x)
print(o.lz.a, o.lz.t.x)
Out.shared.a[0] = 9
inc(&Out.shared.a[0])
print(Out.shared.a, Out.shared.grow())
let ob = Obj()
ob.w += 5
ob.w = -3
print(ob.w)
ob["q"].a.append(8)
ob["q"][0] += 1
print(ob.s.opt!.a)
inc(&ob.s.i.a[0])
app(&ob.s.list[0].a, 7, 8)
print(ob.s.list[0].a)
ob.s.opt = nil
ob.s.opt?.a = []
print(ob.s.opt == nil ? "nil" : "some")
var t = (1, (2, [3, 4]))
t.1.1[0] += 10
t.1.0 -= 1
(t.0, t.1.0) = (t.1.0, t.0)
print(t)
var m = [[1, 2], [3, 4]]
m[0][1] += m[1].removeLast()
m.swapAt(0, 1)
print(m)
inc(&m[m.count - 1][0], by: m[0][0])
print(m)
var dd: [String: (n: Int, xs: [Int])] = [:]
dd["a", default: (0, [])].n += 1
dd["a", default: (0, [])].xs.append(4)
dd["a"]!.xs[0] *= 2
dd["b"] = (5, [])
dd["b"]?.n -= 1
print(dd.sorted { $0.key < $1.key })
if var e = dd["a"] {
    e.n = 100
    print(e.n, dd["a"]!.n)
}
var keyed = [\In.a[0]: "first", \In.a[1]: "second"]
keyed[\In.a[0]]! += "!"
print(keyed[\.a[0]]!, keyed.count)
var kin = In()
let kp: WritableKeyPath<In, Int> = \.a[2]
kin[keyPath: kp] += 5
kin[keyPath: \.t.y] += "z"
kin[keyPath: \.d["k"]]?.append(7)
print(kin.a, kin.t.y, kin.d, kin[keyPath: \.o] as Any, kin[keyPath: \.[1]])
var kq = \In.[0]
kq = \.[1]
kin[keyPath: kq] -= 1
print(kin.a, kin[keyPath: \.a.count], [kin].map(\.t.x), kq == \In.[1], kq == \In.[0])
var arr = [5, 3, 9]
for i in arr.indices { arr[i] *= arr.count }
arr[arr.firstIndex(of: 9)!] = 0
arr[0..<2] = [1, 1, 1]
arr[1...].sort()
arr[..<2].reverse()
arr.reversed().forEach { print($0, terminator: " ") }
print(arr)
var cp = arr
cp[0] = -1
cp.append(2)
print(arr.count, cp.count, arr[0] == cp[0])
func multi(_ f: (inout Int, Int) -> Void, _ xs: [Int]) -> Int {
    var s = 0
    for x in xs { f(&s, x) }
    return s
}
print(
    multi(+=, [1, 2, 3]), multi({ $0 = $0 * 2 + $1 }, [1, 0, 1]), [3, 4].reduce(into: 1, *=),
    ["a", "b"].reduce(into: "", +=))
struct Stack {
    private(set) var s: [Int] = []
    mutating func push(_ x: Int) -> Stack {
        s.append(x)
        return self
    }
    mutating func map(_ f: (inout Int) -> Void) { for i in s.indices { f(&s[i]) } }
}
var st = Stack()
_ = st.push(1)
let snap = st.push(2)
st.map { $0 *= 10 }
print(st.s, snap.s)
extension Array {
    mutating func modifyEach(_ f: (inout Element) throws -> Void) rethrows {
        for i in indices { try f(&self[i]) }
    }
    mutating func popFirst2() -> Element? { isEmpty ? nil : removeFirst() }
    subscript(wrap i: Int) -> Element {
        get { self[(i % count + count) % count] }
        set { self[(i % count + count) % count] = newValue }
    }
}
var sts = [Stack(), Stack()]
sts.modifyEach { _ = $0.push(3) }
sts[1].map { $0 += 1 }
sts[wrap: -1].map { $0 *= 2 }
_ = sts[wrap: 5].push(0)
print(sts.map(\.s), sts.popFirst2()!.s, sts.count)
extension Int {
    mutating func clamp(_ r: ClosedRange<Int>) {
        self = Swift.min(Swift.max(self, r.lowerBound), r.upperBound)
    }
}
var z = 50
z.clamp(1...9)
sts[0].map { $0.clamp(0...5) }
print(z, sts[0].s)
