func set<T, V>(_ t: T, _ p: ReferenceWritableKeyPath<T, V>, _ v: V) { t[keyPath: p] = v }
struct S { var v = 1 }
set(S(), \.v, 9) // rejected: cannot convert value of type 'WritableKeyPath<S, Int>'; to expected argument type 'ReferenceWritableKeyPath<S, 
