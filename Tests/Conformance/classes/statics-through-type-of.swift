class Q { static var count = 1; class var other: Int { get { count * 2 } set { count = newValue } }; static var list = [1] }
let q = Q()
type(of: q).count += 5
print(Q.count)
type(of: q).count = 9
type(of: q).other = 4
type(of: q).list.append(2); type(of: q).list[0] = 7
print(Q.count, Q.list, type(of: q).other)
struct S { static var n = 0; init() { Self.n += 1; type(of: self).n += 1 } }
_ = S(); print(S.n)
