typealias Pair<T> = (T, T)
typealias Row<T> = [Missing]  // rejected: cannot find type 'Missing' in scope
let p: Pair<Int> = (1, 2)
print(p)
