struct Report {
    let numbers: [Int]
    lazy var total: Int = {
        print("adding")
        return numbers.reduce(0, +)
    }()
    lazy var label = "total \(total)"
}
var r = Report(numbers: [1, 2, 3])
print("made")
print(r.total)
print(r.total)
print(r.label)
r.total = 10
print(r.total, r.label)
class Loader {
    var name = "first"
    lazy var text: String = "loaded for \(name)"
    lazy var list: [Int] = []
    lazy var describe: () -> String = { [unowned self] in "I am \(self.name)" }
}
let l = Loader()
l.name = "second"
print(l.text)
l.name = "third"
print(l.text, l.describe())
l.list.append(1)
l.list.append(2)
print(l.list)
