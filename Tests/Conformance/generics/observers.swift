struct Box<T> { var v: T { willSet { print("will", newValue) } didSet { print("did", oldValue, v); count += 1 } }; var count = 0 }
var b = Box(v: 1)
b.v = 2
b.v = 3
print(b.count)
class Obs<Value: Equatable> {
  typealias H = (Value, Value) -> Void
  var hs: [H] = []
  var value: Value { didSet { guard oldValue != value else { return }; for h in hs { h(oldValue, value) } } }
  init(_ v: Value) { value = v }
  func bind(_ h: @escaping H) { hs.append(h); h(value, value) }
}
let o = Obs("a")
o.bind { print($0, "->", $1) }
o.value = "b"; o.value = "b"; o.value = "c"
