enum Lamp {
    case on, off
    static let usual = off
    var isLit: Bool {
        self == on  // rejected: enum case 'on' cannot be used as an instance member
    }
}
print(Lamp.on.isLit)
