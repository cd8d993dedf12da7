import Learning
import Tensors
import Testing

/// Named numbers of a golden file.
struct GoldenNumbers {
    private let values: [String: [Double]]

    struct Missing: Error {
        let name: String
    }

    init(_ name: String, file: String = #filePath) throws {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let bytes = try FileBytes.read(folder.joined(separator: "/") + "/Golden/" + name)
        var values: [String: [Double]] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            values[String(words[0])] = words.dropFirst().compactMap { Double($0) }
        }
        self.values = values
    }

    subscript(name: String) -> [Double] {
        get throws {
            guard let found = values[name] else { throw Missing(name: name) }
            return found
        }
    }

    func number(_ name: String) throws -> Double { try self[name][0] }

    func tensor(_ name: String, _ shape: Int..., dtype: DType = .float64) throws -> Tensor {
        let values = try self[name]
        let extents = shape.isEmpty ? [values.count] : shape
        return try Checked.tensor(values, shape: Shape(extents), dtype: dtype)
    }
}

/// The largest |a − b| / (1 + |b|) of elements and numbers.
func elementGap(_ a: Tensor, _ b: [Double]) throws -> Double {
    let values = try Checked.scalars(Checked.asType(a, .float64), as: Double.self)
    guard values.count == b.count else { return .infinity }
    return zip(values, b).map { abs($0 - $1) / (1 + abs($1)) }.max() ?? 0
}

@Suite struct MetricsTests {
    @Test func `a feature that does not vary is not blown up by rounding`() {
        let x = Tensor.full([16, 1], value: 0.1, dtype: .float64)
        #expect(abs(StandardScaler().fitTransform(x)).max().item() < 1e-12)
    }

    @Test func `labels may be any numbers`() throws {
        let expected = Tensor([-1, 1, 1, -1, 1]), predicted = Tensor([-1, 1, -1, 1, 1])
        let (y, p) = (Tensor([0, 1, 1, 0, 1]), Tensor([0, 1, 0, 1, 1]))
        for average in Averaging.allCases {
            #expect(
                f1Score(predicted: predicted, expected: expected, average: average)
                    == f1Score(predicted: p, expected: y, average: average))
        }
        #expect(balancedAccuracy(predicted: predicted, expected: expected) == balancedAccuracy(predicted: p, expected: y))
        #expect(matthewsCorrelation(predicted: predicted, expected: expected) == matthewsCorrelation(predicted: p, expected: y))
        #expect(cohensKappa(predicted: predicted, expected: expected) == cohensKappa(predicted: p, expected: y))
    }

    @Test func `the report of classes is scikit-learn's`() throws {
        let predicted = Tensor([0, 0, 2, 2, 1]), expected = Tensor([0, 1, 2, 2, 2])
        let report = classificationReport(predicted: predicted, expected: expected)
        // classification_report(expected, predicted)
        #expect(
            report.description == """
                              precision    recall  f1-score   support

                           0       0.50      1.00      0.67         1
                           1       0.00      0.00      0.00         1
                           2       1.00      0.67      0.80         3

                    accuracy                           0.60         5
                   macro avg       0.50      0.56      0.49         5
                weighted avg       0.70      0.60      0.61         5
                """)
        #expect(report.accuracy == 0.6 && report.support == [1, 1, 3] && report.labels == [0, 1, 2])
        let named = classificationReport(predicted: predicted, expected: expected, names: ["class number zero", "b", "c"])
        let lines = named.description.split(separator: "\n")
        #expect(lines[1] == "class number zero       0.50      1.00      0.67         1")
        #expect(lines.last == "     weighted avg       0.70      0.60      0.61         5")
        #expect(throws: TensorError.self) {
            try ClassificationReport(checking: predicted, expected: expected, names: ["a"])
        }
        // Halves that two decimals show exactly are rounded to the even digit, others to where they lie.
        let eighths = classificationReport(predicted: Tensor([0, 0, 0, 0, 0, 0, 0, 0]), expected: Tensor([0, 1, 1, 1, 1, 1, 1, 1]))
        #expect(eighths.description.contains("0       0.12      1.00      0.22         1"))
    }

    @Test func `areas of several classes are the mean of each against the rest`() {
        let scores = Tensor([[0.5, 0.3, 0.2], [0.2, 0.6, 0.2], [0.4, 0.35, 0.25], [0.1, 0.2, 0.7], [0.45, 0.1, 0.45]], dtype: .float64)
        let labels = Tensor([0, 1, 2, 2, 0])
        // scikit-learn's roc_auc_score(multi_class="ovr") and average_precision_score.
        #expect(abs(rocAUC(scores: scores, expected: labels) - 0.9444444444444445) < 1e-12)
        #expect(abs(averagePrecision(scores: scores, expected: labels) - 0.9444444444444443) < 1e-12)
        let two = Tensor([[0.9, 0.1], [0.3, 0.7], [0.6, 0.4]])
        #expect(rocAUC(scores: two, expected: Tensor([0, 1, 1])) == 1)
    }

    @Test func `figures of classes are scikit-learn's`() throws {
        let golden = try GoldenNumbers("metrics.txt")
        let expected = try golden.tensor("expected", dtype: .int64)
        let predicted = try golden.tensor("predicted", dtype: .int64)
        for average in [Averaging.macro, .micro, .weighted] {
            let name = average.rawValue
            #expect(
                try abs(
                    ClassificationMetrics.precision(predicted, expected, average)
                        - golden.number("precision.\(name)")) < 1e-12)
            #expect(
                try abs(
                    ClassificationMetrics.recall(predicted, expected, average)
                        - golden.number("recall.\(name)")) < 1e-12)
            #expect(
                try abs(
                    ClassificationMetrics.f1Score(predicted, expected, average)
                        - golden.number("f1.\(name)")) < 1e-12)
        }
        let scores = try golden.tensor("scores", 40, 4)
        let figures: [(String, Double)] = [
            ("balanced", try ClassificationMetrics.balancedAccuracy(predicted, expected)),
            ("matthews", try ClassificationMetrics.matthewsCorrelation(predicted, expected)),
            ("kappa", try ClassificationMetrics.cohensKappa(predicted, expected)),
            ("iou", try ClassificationMetrics.meanIoU(predicted, expected, classes: nil)),
            ("top2", try ClassificationMetrics.topKAccuracy(scores, expected, k: 2)),
            (
                "logLoss",
                try RankingMetrics.logLoss(
                    Checked.divide(scores, Checked.sum(scores, axes: [1], keepDims: true)),
                    expected)
            ),
        ]
        for (name, value) in figures {
            #expect(try abs(value - golden.number(name)) < 1e-10, "\(name)")
        }
    }

    @Test func `figures over all thresholds are scikit-learn's`() throws {
        let golden = try GoldenNumbers("metrics.txt")
        let labels = try golden.tensor("binary", dtype: .int64)
        let scores = try golden.tensor("ranks")
        let curve = try RankingMetrics.roc(scores, labels)
        #expect(try abs(curve.area - golden.number("auc")) < 1e-12)
        #expect(try elementGap(curve.falsePositiveRate, golden["fpr"]) < 1e-12)
        #expect(try elementGap(curve.truePositiveRate, golden["tpr"]) < 1e-12)
        let pr = try RankingMetrics.precisionRecall(scores, labels)
        #expect(try abs(pr.averagePrecision - golden.number("ap")) < 1e-12)
        #expect(try elementGap(pr.precision, golden["prPrecision"]) < 1e-12)
        #expect(try elementGap(pr.recall, golden["prRecall"]) < 1e-12)
        #expect(throws: TensorError.self) {
            try RankingMetrics.roc(Tensor([0.1, 0.2]), Tensor([1, 1]))
        }
    }

    @Test func `figures of regressions and images are scikit-learn's and their formulas'`() throws {
        let golden = try GoldenNumbers("metrics.txt")
        let (y, z) = (try golden.tensor("y"), try golden.tensor("z"))
        #expect(try abs(RegressionMetrics.r2(z, y) - golden.number("r2")) < 1e-12)
        #expect(
            try abs(RegressionMetrics.rootMeanSquaredError(z, y) - golden.number("rmse")) < 1e-12)
        let a = try golden.tensor("imageA", 12, 9)
        let b = try golden.tensor("imageB", 12, 9)
        #expect(try abs(ImageMetrics.psnr(a, b, range: 1) - golden.number("psnr")) < 1e-10)
        #expect(
            try abs(ImageMetrics.ssim(a, b, range: 1, window: 7) - golden.number("ssim")) < 1e-9)
        #expect(try abs(ImageMetrics.ssim(a, a, range: 1, window: 7) - 1) < 1e-12)
    }
}
