/// A look at a cell's bytes before the parser sees them, that refuses what the parser could not survive.
struct GuardScan {
    enum Limits {
        static let brackets = 100
    }
    private(set) var refusal: Diagnostic?

    init(_ code: [UInt8]) {}

    static func refusal(of code: [UInt8]) -> Diagnostic? { GuardScan(code).refusal }
}
