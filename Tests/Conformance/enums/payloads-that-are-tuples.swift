enum Mark {
    case point((Int, Int)), named(x: (Int, Int)), number(Int), record((a: Int, b: String)), maybe(Int?), list([Int]), mixed((Int, Int), Int)
}
print(Mark.point((1, 2)), Mark.named(x: (1, 2)), Mark.number(3), Mark.record((a: 1, b: "q")))
print(Mark.maybe(nil), Mark.maybe(4), Mark.list([1]), Mark.mixed((1, 2), 3), [Mark.point((5, 6))])
func show(_ mark: Mark) -> String {
    switch mark {
    case .point((let x, 0)): "on the axis at \(x)"
    case .point(let (x, y)): "\(x) and \(y)"
    case .record((let a, let b)): "\(a)\(b)"
    case .mixed((_, let y), let z): "\(y + z)"
    default: "other"
    }
}
print([Mark.point((1, 0)), .point((1, 2)), .record((a: 1, b: "z")), .mixed((1, 2), 3), .number(1)].map(show))
dump(Mark.point((1, 2)))
dump(1...3)
