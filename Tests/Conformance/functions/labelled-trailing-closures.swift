// A closure without a label behind a call goes in front of those that have one.
func run(_ setUp: () -> Void = { print("as usual") }, then body: (Int) -> Void, finally: (() -> Void)? = nil) {
    setUp()
    body(1)
    finally?()
}
run { print("body", $0) }
run { print("set up") } then: { print("body", $0) } finally: { print("end") }
run { print("set up") } then: { _ in }

func both(_ first: () -> Int, _ second: () -> Int = { 10 }, third: () -> Int) -> [Int] { [first(), second(), third()] }
print(both { 1 } third: { 3 }, both({ 1 }, { 2 }) { 3 })
print(both { 1 } _: { 2 } third: { 3 })
