struct Safe {
    private var code = 1234
    func isRight(_ guess: Int) -> Bool { guess == code }
}
extension Safe {
    var isWeak: Bool { code < 1000 }
}
let safe = Safe()
print(safe.isRight(1), safe.isWeak)
print(safe.code) // rejected: 'code' is inaccessible due to 'private' protection level
