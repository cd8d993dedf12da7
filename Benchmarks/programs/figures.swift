// Figures to SVG text. A line for each: name, median seconds.

func measure(_ name: String, _ work: () -> String) {
    var samples: [Double] = []
    for round in 0..<12 {
        let start = ContinuousClock.now
        let text = work()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        precondition(text.hasPrefix("<svg"))
        if round > 0 { samples.append(seconds) }
    }
    print("\(name) \(samples.sorted()[5])")
}

let x = Tensor.linspace(0, 10, count: 1000)
let y = sin(x)
let points = Tensor.randomNormal(10_000, 2)
let colors = Tensor.randomUniform(10_000)
let (a, b) = (points[0..., 0], points[0..., 1])
let (fewA, fewB) = (a[0..<200], b[0..<200])
let heights = colors[0..<10]
let images = Tensor.randomUniform(64, 28, 28)
let g = Tensor.linspace(-3, 3, count: 200)
let z = sin(g).reshaped(1, 200) * cos(g).reshaped(200, 1)
let levels = (0..<20).map { -1 + 2 * Double($0) / 19 }

measure("plot_line_1k") { plot(x, y).title("t").xlabel("x").ylabel("y").svg }
measure("plot_scatter_10k") { scatter(a, b, c: colors, s: [4.0]).svg }
measure("plot_imgrid_8x8") {
    let (figure, axes) = subplots(8, 8, figsize: (6, 6))
    for i in 0..<64 {
        axes[i / 8, i % 8].imshow(images[i], colormap: .gray).axis("off")
    }
    return figure.svg
}
measure("plot_subplots_2x2") {
    let (figure, axes) = subplots(2, 2)
    axes[0, 0].plot(x, y, label: "s")
    axes[0, 0].legend()
    axes[0, 1].hist(a, bins: 50)
    axes[1, 0].bar(Array(0..<10), heights)
    axes[1, 1].scatter(fewA, fewB)
    return figure.svg
}
measure("plot_contourf_200") { contourf(g, g, z, levels: levels).colorbar().svg }
