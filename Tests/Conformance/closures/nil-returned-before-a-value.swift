func mk(_ limit: Int) -> some Sequence<Int> { var a = 0; return AnySequence { AnyIterator { guard a < limit else { return nil }; defer { a += 1 }; return a } } }
print(Array(mk(2)))
func f() -> AnyIterator<Int> { var (a, b) = (0, 1); return AnyIterator { guard a <= 5 else { return nil }; defer { (a, b) = (b, a + b) }; return a } }
print(Array(f()))
