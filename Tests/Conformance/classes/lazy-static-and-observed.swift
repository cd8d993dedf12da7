class Base { var v: Int = 0 { willSet { print("will", newValue) } didSet { print("did", oldValue) } }
 lazy var big: [Int] = { print("made"); return [v, v + 1] }()
 static var count = 0
 static let shared = Base()
 init() { Base.count += 1 } }
class Der: Base { override var v: Int { willSet { print("der will", newValue) } didSet { print("der did", oldValue, v) } }
 override init() { super.init(); v = 3 } }
let d = Der(); d.v = 5; d.v += 1; print(d.big, d.big, Base.count); d.big.append(9); print(d.big.count)
_ = Base.shared; _ = Base.shared; print(Base.count, Der.count)
struct S { var t = 1.0 { didSet { if t > 10 { t = 10 } } }; static var all = [S](); lazy var sq = t * t }
var s = S(); s.t = 50; print(s.t, s.sq); s.t = 2; print(s.sq); S.all.append(s); print(S.all.count)
