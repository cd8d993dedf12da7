extension SVGWriter {
    /// Scenes one after the other: marks that all begin or end with are written once, the others in groups
    /// that are shown in turn. A viewer without animation shows the first.
    static func animated(_ scenes: [Scene], framesPerSecond: Double, loops: Bool) -> String {
        guard let first = scenes.first else { return "" }
        let shortest = scenes.map(\.marks.count).min() ?? 0
        var head = 0
        while head < shortest, scenes.allSatisfy({ $0.marks[head] == first.marks[head] }) {
            head += 1
        }
        var tail = 0
        while tail < shortest - head,
            scenes.allSatisfy({
                $0.marks[$0.marks.count - 1 - tail] == first.marks[first.marks.count - 1 - tail]
            })
        {
            tail += 1
        }
        var page = first
        page.width = scenes.map(\.width).max() ?? first.width
        page.height = scenes.map(\.height).max() ?? first.height
        page.summary = "Animation of \(scenes.count) figures. " + first.summary
        page.marks = Array(first.marks[..<head])
        let count = scenes.count
        let seconds = Double(count) / framesPerSecond
        for (index, scene) in scenes.enumerated() {
            let own = Array(scene.marks[head..<(scene.marks.count - tail)])
            guard !own.isEmpty else { continue }
            page.marks.append(
                .frame(FrameTime(index: index, count: count, seconds: seconds, loops: loops), own))
        }
        page.marks += first.marks[(first.marks.count - tail)...]
        return svg(page)
    }
}

/// When a group of marks is shown.
package struct FrameTime: Sendable, Equatable {
    var index: Int
    var count: Int
    var seconds: Double
    var loops: Bool
}
