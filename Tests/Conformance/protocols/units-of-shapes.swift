protocol Shape { associatedtype Unit: Numeric & Comparable
 var name: String { get }
 func area() -> Unit }
extension Shape { func larger<S: Shape>(than o: S) -> Bool where S.Unit == Unit { area() > o.area() }
 var label: String { "\(name):\(area())" } }
struct Sq: Shape { let side: Int; var name: String { "sq" }; func area() -> Int { side * side } }
struct Rc: Shape { let w: Int, h: Int; let name = "rc"; func area() -> Int { w * h } }
struct Ci: Shape { let r: Double; var name: String { "ci" }; func area() -> Double { (r * r * 3.14159).rounded() } }
print(Sq(side: 3).larger(than: Rc(w: 2, h: 4)), Sq(side: 3).label, Ci(r: 2).label)
func biggest<S: Shape>(_ a: [S]) -> S? { a.max { $0.area() < $1.area() } }
print(biggest([Sq(side: 1), Sq(side: 5)])?.side ?? -1, biggest([Ci]())?.name as Any)
let all: [any Shape] = [Sq(side: 2), Ci(r: 1), Rc(w: 1, h: 9)]
print(all.map(\.name), all.map { $0.label })
for s in all where s is Sq { print("square", s.name) }
