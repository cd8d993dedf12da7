// Observers that are held weakly, lazy and watched properties, and key paths through objects.
protocol Observer: AnyObject { func changed(_ what: String) }
final class Weak<T: AnyObject> { weak var value: T?; init(_ v: T) { value = v } }
class Model { private var watchers: [Weak<Recorder>] = []
    var title = "a" { willSet { note("title will \(newValue)") } didSet { if title != oldValue { note("title \(oldValue)->\(title)") } } }
    var size = Size(w: 1, h: 2) { didSet { note("size \(oldValue.w)x\(oldValue.h)->\(size.w)x\(size.h)") } }
    lazy var summary: String = { note("lazy"); return "\(title):\(size.area)" }()
    func watch(_ r: Recorder) { watchers.append(Weak(r)) }
    func note(_ s: String) { watchers.removeAll { $0.value == nil }; watchers.forEach { $0.value?.changed(s) } }
    subscript<V>(path: ReferenceWritableKeyPath<Model, V>) -> V { get { self[keyPath: path] } set { self[keyPath: path] = newValue } } }
struct Size: Equatable { var w, h: Int; var area: Int { w * h }; mutating func scale(_ k: Int) { w *= k; h *= k } }
final class Recorder: Observer { var lines: [String] = []; func changed(_ what: String) { lines.append(what) }; deinit { print("recorder gone after", lines.count) } }
let model = Model()
var a: Recorder? = Recorder()
let b = Recorder()
model.watch(a!); model.watch(b)
model.title = "b"; model.title = "b"
model.size.w = 5
model.size.scale(2)
model[\.size.h] += 1
model[\.title] = "c"
print(model.summary, model.summary)
a = nil
model.title += "!"
print(b.lines.joined(separator: "\n"))
let get: (Model) -> Int = \.size.w
print([model].map(get), [model].map(\.size.h), [Size(w: 3, h: 1), Size(w: 1, h: 9)].sorted { $0[keyPath: \.h] < $1[keyPath: \.h] }.map(\.w))
func update<R, V: Equatable>(_ root: R, _ path: WritableKeyPath<R, V>, _ v: V) -> (R, Bool) { var c = root; let same = c[keyPath: path] == v; c[keyPath: path] = v; return (c, !same) }
print(update(Size(w: 1, h: 1), \.w, 4), update((x: 1, y: "s"), \.y, "s").1)
