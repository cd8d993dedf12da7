// Classical methods on the points that prepare.py made. A line for each: name, median seconds.

func measure(_ name: String, rounds: Int = 5, _ work: () throws -> Tensor) throws {
    var samples: [Double] = []
    for round in 0..<(rounds + 1) {
        let start = ContinuousClock.now
        let result = try work()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        precondition(result.count > 0)
        if round >= 1 { samples.append(seconds) }
    }
    print("\(name) \(samples.sorted()[samples.count / 2])")
}

let points = try Tensor.load("points.npy")
let queries = try Tensor.load("queries.npy")
let labels = try Tensor.load("labels.npy")
let neighbors = KNearestNeighbors(k: 5)
neighbors.fit(points, labels)
try measure("knn_10k_1k_64") { neighbors.predict(queries) }

let begin = points[0..<10]
try measure("kmeans_10k_64") {
    KMeans(clusters: 10, iterations: 20, initial: begin, tolerance: 0).fit(points).centers
}

let images = try Tensor.load("images.npy")
try measure("pca_5000x784") { PCA(components: 2).fitTransform(images) }

let digits = Digits.load()
try measure("tsne_digits", rounds: 1) { TSNE().fitTransform(digits.features.reshaped(1797, 64)) }
