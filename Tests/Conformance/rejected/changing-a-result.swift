func make() -> [Int] { [1] }
make().append(2) // rejected: cannot use mutating member on immutable value: 'make' returns immutable value
