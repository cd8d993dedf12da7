let ops: KeyValuePairs<String, (Double, Double) -> Double> = ["+": (+), "-": (-), "/": (/), "*": (*)]
for (k, f) in ops { print(k, f(6, 3)) }
let d: [String: (Int, Int) -> Int] = ["+": (+), "/": (/), "%": (%)]
for k in d.keys.sorted() { print(k, d[k]!(7, 2)) }
let d2: [String: (Int, Int) -> Int] = ["+": (+), "-": (-), "*": (*), "/": (/)]
print(d2["/"]!(9, 2))
let arr: [(Int, Int) -> Int] = [(+), (/), (*), (/)]
print(arr.map { $0(8, 2) })
let pairs: [(String, (Int, Int) -> Int)] = [("+", +), ("/", /), ("-", -)]
for (n, f) in pairs { print(n, f(8, 2)) }
print([1,2].reduce(100, /))
let e: [Character: (Double, Double) -> Double] = ["/": { $0 / $1 }, "*": (*)]
print(e["/"]!(1, 4))
