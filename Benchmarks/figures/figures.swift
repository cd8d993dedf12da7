// The twelve figures of matplotlib_figures.py, from the same data. `folder` is set in a line before.
func data(_ name: String) throws -> Tensor { try Tensor.load("\(folder)/\(name).npy") }

func done(_ name: String, _ figure: Figure) throws {
    var best = 1e9
    for _ in 0..<5 {
        let start = ContinuousClock.now
        try figure.savefig("\(folder)/vencejo/\(name).svg")
        best = min(best, (ContinuousClock.now - start).seconds)
    }
    print(name, best)
}

let train = data("train"), valid = data("valid")
let epochs = Array(1...100)
let lowest = Double(valid.argmin().item()) + 1
let (loss, lossAxes) = subplots(1, 2, figsize: (9, 3.6))
for (axes, scale) in [(lossAxes[0], AxisScale.linear), (lossAxes[1], AxisScale.log)] {
    axes.plot(epochs, train, label: "train").plot(epochs, valid, label: "validation").fill_between(epochs, valid - 0.05, valid + 0.05)
    axes.axvline(lowest, color: "k", linestyle: ":", linewidth: 1).yscale(scale).xlabel("epoch").ylabel("cross-entropy").legend()
}
lossAxes[0].title("Loss (linear)")
lossAxes[1].title("Loss (log)")
try done("01_loss_curves", loss)

let images = data("images"), labels = data("labels").asType(.int64)
let names = labels[0..<64].scalars.map { "\(Int($0))" }
try done("02_image_grid", imageGrid(images[0..<64], titles: names, columns: 8, colormap: "gray_r"))

let z = data("latent")
try done("03_latent_scatter", figure(figsize: (6.5, 5)).scatter(z[0..., 0], z[0..., 1], c: labels, s: 12).xlabel("$z_1$").ylabel("$z_2$").title("Latent space (PCA of digits, n=1797)").legend(.outside, title: "digit"))

try done("04_confusion_matrix", confusionMatrix(data("truth").asType(.int64), data("predicted").asType(.int64)))

let moons = data("moons"), heights = data("heights"), across = data("across"), along = data("along")
let moonClasses = data("moonclasses").asType(.int64)
let boundary = figure(figsize: (6, 4.5))
boundary.contourf(across, along, heights, colormap: "RdBu", alpha: 0.7).colorbar()
boundary.contour(across, along, heights, levels: [-1, 1], colors: ["k"], linewidth: 1, linestyle: "--").contour(across, along, heights, levels: [0], colors: ["k"], linewidth: 1)
boundary.scatter(moons[0..., 0], moons[0..., 1], c: moonClasses, s: 18, edgecolor: "k").legend(title: "class")
try done("05_decision_boundary", boundary)

let layers = data("layers")
try done("06_histograms", figure(figsize: (6, 4)).hist([layers[0], layers[1], layers[2]], bins: 80, density: true, labels: ["layer 0", "layer 1", "layer 2"]).xlabel("activation").ylabel("density"))

let attention = data("attention")
let (heads, headAxes) = subplots(1, 2, figsize: (10, 4.6))
headAxes[0].imshow(attention, colormap: .magma).colorbar().title("attention head 0 (imshow)")
headAxes[1].imshow(attention, colormap: .magma, origin: "lower", aspect: "auto").colorbar().title("the same, rows upwards")
try done("07_attention", heads)

let positive = data("positive").asType(.int64), scores = data("scores")
let (curves, curveAxes) = subplots(1, 2, figsize: (9, 4))
curveAxes[0].roc(positive, scores)
curveAxes[1].precisionRecall(positive, scores)
try done("08_roc", curves)

let models = ["logistic regression", "decision tree", "random forest", "gradient boosting", "k-nearest neighbours", "MLP (2 layers)", "CNN"]
try done("09_bars", figure(figsize: (6, 4.2)).bar(models, [0.91, 0.85, 0.95, 0.96, 0.94, 0.965, 0.989], yerr: [0.01], values: true).ylim(0.8, 1.02).ylabel("accuracy"))

let runs = data("runs")
let five = (0..<5).map { runs[$0] }
let (spread, spreadAxes) = subplots(1, 2, figsize: (9, 3.6))
spreadAxes[0].boxplot(five)
spreadAxes[1].violinplot(five)
try done("10_box_violin", spread)

let dense = data("dense")
try done("11_dense_scatter", figure(figsize: (6, 5)).scatter(dense[0..., 0], dense[0..., 1], c: sqrt((dense * dense).sum(axis: 1)), s: 2).colorbar())

let sides = data("sides")
let (space, spaceAxes) = subplots(1, 2, figsize: (10, 4))
spaceAxes[0].surface(sides, sides, data("surface")).title("loss surface")
spaceAxes[1].spectrogram(data("signal"), sampleRate: 16000, colormap: .viridis).title("spectrogram")
try done("12_surface_spectrogram", space)
