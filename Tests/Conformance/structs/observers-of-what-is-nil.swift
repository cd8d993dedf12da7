struct Inner { var k: Int? { didSet { print("k") } } }
struct Outer { var n: Int? { didSet { print("n", oldValue as Any) } }; var inner: Inner? { didSet { print("inner") } } }
final class Holder { var n: Int? { willSet { print("will", newValue as Any) } didSet { print("did") } } }
let holder = Holder()
holder.n? += 1
holder.n = 1
holder.n? += 1
var outer = Outer()
outer.n? += 1
outer.inner?.k = 3
outer.inner = Inner()
outer.inner?.k = 3
print(holder.n as Any, outer)
