print((5).words.count, Array((5).words), Array((-1).words))
for w in 255.words { print(w) }
let x: UInt8 = 200
print(x.words.first!)
let y: Int8 = -3
print(Array(y.words))
func bits<T: BinaryInteger>(_ t: T) -> Int { t.words.reduce(0) { $0 + $1.nonzeroBitCount } }
print(bits(255), bits(Int8(-1)), bits(UInt8(7)))
