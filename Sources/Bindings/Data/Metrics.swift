internal import Language
internal import Learning
internal import Tensors

extension Averaging: CellObject {}
extension ClassificationReport: CellObject {}
extension ROCCurve: CellObject {}
extension PrecisionRecallCurve: CellObject {}

/// Figures of predictions.
func declareMetricFunctions(_ table: DeclarationTable) {
    let free = Binder(table)
    let averaging = Binder.type(table, Averaging.self, "enum Averaging", "How the figures of several classes become one.", "print(Averaging.macro)", describe: { $0.rawValue }, equal: { $0 == $1 })
    for (value, words) in [(Averaging.macro, "The mean over the classes."), (.micro, "All examples counted together."), (.weighted, "The mean over the classes by their numbers of examples."), (.binary, "Class 1 of the classes 0 and 1.")] {
        averaging("static var \(value.rawValue): Averaging { get }", words, "print(Averaging.\(value.rawValue))") { () -> Averaging in value }
    }
    let labels = "(predicted: Tensor([0, 1, 1, 1]), expected: Tensor([0, 1, 0, 1]))"
    free("func accuracy(predicted: Tensor, expected: Tensor) -> Double", "The part of the examples that are classified rightly; predictions are labels, or scores of which the largest counts.", "print(accuracy\(labels))") { (a: Tensor, b: Tensor) throws -> Double in try ClassificationMetrics.accuracy(a, b) }
    free("func confusionMatrix(predicted: Tensor, expected: Tensor, classes: Int? = nil) -> Tensor", "How often each class (row) was taken for each (column).", "print(confusionMatrix\(labels))") { (a: Tensor, b: Tensor, classes: Int?) throws -> Tensor in try ClassificationMetrics.confusionMatrix(a, b, classes: classes) }
    for (name, words, figure) in [
        ("precision", "Of what was predicted as a class, the part that belongs to it.", { try ClassificationMetrics.precision($0, $1, $2) } as (Tensor, Tensor, Averaging) throws -> Double),
        ("recall", "Of what belongs to a class, the part that was predicted as it.", { try ClassificationMetrics.recall($0, $1, $2) }), ("f1Score", "The harmonic mean of precision and recall.", { try ClassificationMetrics.f1Score($0, $1, $2) }),
    ] {
        free("func \(name)(predicted: Tensor, expected: Tensor, average: Averaging = .macro) -> Double", words, "print(\(name)\(labels))") { (a: Tensor, b: Tensor, average: Averaging) throws -> Double in try figure(a, b, average) }
    }
    for (name, words, figure) in [
        ("balancedAccuracy", "The mean of the classes' recalls.", { try ClassificationMetrics.balancedAccuracy($0, $1) } as (Tensor, Tensor) throws -> Double), ("matthewsCorrelation", "The correlation between prediction and truth, −1 to 1.", { try ClassificationMetrics.matthewsCorrelation($0, $1) }),
        ("cohensKappa", "Agreement beyond chance.", { try ClassificationMetrics.cohensKappa($0, $1) }), ("r2Score", "1 − Σ(y − p)² / Σ(y − ȳ)²: 1 is exact, 0 no better than the mean.", { try RegressionMetrics.r2($0, $1) }), ("rootMeanSquaredError", "The square root of the mean of (predicted − expected)².", { try RegressionMetrics.rootMeanSquaredError($0, $1) }),
    ] {
        free("func \(name)(predicted: Tensor, expected: Tensor) -> Double", words, "print(\(name)\(labels))") { (a: Tensor, b: Tensor) throws -> Double in try figure(a, b) }
    }
    free("func topKAccuracy(scores: Tensor, expected: Tensor, k: Int = 5) -> Double", "The part of the examples whose class is among the k greatest scores [n, classes].", "print(topKAccuracy(scores: Tensor([[0.2, 0.5, 0.3]]), expected: Tensor([2]), k: 2))") { (scores: Tensor, expected: Tensor, k: Int) throws -> Double in try ClassificationMetrics.topKAccuracy(scores, expected, k: k) }
    free("func meanIoU(predicted: Tensor, expected: Tensor, classes: Int? = nil) -> Double", "The mean over the classes of intersection over union, of masks.", "print(meanIoU(predicted: Tensor([[0, 1], [1, 1]]), expected: Tensor([[0, 1], [0, 1]])))") { (a: Tensor, b: Tensor, classes: Int?) throws -> Double in try ClassificationMetrics.meanIoU(a, b, classes: classes) }
    free("func logLoss(probabilities: Tensor, expected: Tensor) -> Double", "−mean log p of the right class, of probabilities [n] of class 1 or [n, classes].", "print(logLoss(probabilities: Tensor([0.9, 0.2]), expected: Tensor([1, 0])))") { (p: Tensor, y: Tensor) throws -> Double in try RankingMetrics.logLoss(p, y) }

    let report = Binder.type(table, ClassificationReport.self, "struct ClassificationReport", "How well each class is predicted; printed as a table in scikit-learn's form.", "print(classificationReport\(labels))", describe: { $0.description }, equal: { $0 == $1 })
    free("func classificationReport(predicted: Tensor, expected: Tensor, names: [String]? = nil) -> ClassificationReport", "Precision, recall, F1 score and number of examples of each class, with their means; `names` are those of the labels that occur, in order.", "print(classificationReport\(labels))") { (a: Tensor, b: Tensor, names: [String]?) throws -> ClassificationReport in try ClassificationReport(checking: a, expected: b, names: names) }
    report("var labels: [Int] { get }", "The labels that occur among predictions and truth, in order.", "print(classificationReport\(labels).labels)") { (report: ClassificationReport) -> [Int] in report.labels }
    report("var names: [String] { get }", "What the labels are called in the table.", "print(classificationReport\(labels).names)") { (report: ClassificationReport) -> [String] in report.names }
    report("var support: [Int] { get }", "How many examples belong to each class.", "print(classificationReport\(labels).support)") { (report: ClassificationReport) -> [Int] in report.support }
    report("var accuracy: Double { get }", "The part of all examples that is predicted rightly.", "print(classificationReport\(labels).accuracy)") { (report: ClassificationReport) -> Double in report.accuracy }
    for (name, words, part) in [
        ("precision", "Of what was predicted as a class, the part that belongs to it; one for each label.", { $0.precision } as (ClassificationReport) -> [Double]), ("recall", "Of what belongs to a class, the part that was predicted as it; one for each label.", { $0.recall }),
        ("f1Score", "The harmonic means of precision and recall; one for each label.", { $0.f1Score }),
    ] {
        report("var \(name): [Double] { get }", words, "print(classificationReport\(labels).\(name))") { (report: ClassificationReport) -> [Double] in part(report) }
    }

    let scores = "(scores: Tensor([0.9, 0.4, 0.6, 0.1]), expected: Tensor([1, 0, 1, 0]))"
    let roc = Binder.type(table, ROCCurve.self, "struct ROCCurve", "How many of the positive are found for how many false alarms, over all thresholds.", "print(rocCurve\(scores))", describe: { "ROCCurve(area: \($0.area))" })
    for (name, part) in [("falsePositiveRate", { $0.falsePositiveRate } as (ROCCurve) -> Tensor), ("truePositiveRate", { $0.truePositiveRate }), ("thresholds", { $0.thresholds })] {
        roc("var \(name): Tensor { get }", "One number for each threshold.", "print(rocCurve\(scores).\(name))") { (curve: ROCCurve) in part(curve) }
    }
    roc("var area: Double { get }", "The area under the curve.", "print(rocCurve\(scores).area)") { (curve: ROCCurve) -> Double in curve.area }
    free("func rocCurve(scores: Tensor, expected: Tensor) -> ROCCurve", "The receiver operating characteristic of scores and labels 0 and 1.", "let curve = rocCurve\(scores)\nprint(curve.area)") { (a: Tensor, b: Tensor) throws -> ROCCurve in try RankingMetrics.roc(a, b) }
    free("func rocAUC(scores: Tensor, expected: Tensor) -> Double", "The area under the receiver operating characteristic of scores [n] and labels 0 and 1; of scores [n, classes] the mean over the classes, each against all others.", "print(rocAUC\(scores))") { (a: Tensor, b: Tensor) throws -> Double in try RankingMetrics.area(a, b) }
    let pr = Binder.type(table, PrecisionRecallCurve.self, "struct PrecisionRecallCurve", "How much of what is found is right, for how much is found.", "print(precisionRecallCurve\(scores))", describe: { "PrecisionRecallCurve(averagePrecision: \($0.averagePrecision))" })
    for (name, part) in [("precision", { $0.precision } as (PrecisionRecallCurve) -> Tensor), ("recall", { $0.recall }), ("thresholds", { $0.thresholds })] {
        pr("var \(name): Tensor { get }", "One number for each threshold.", "print(precisionRecallCurve\(scores).\(name))") { (curve: PrecisionRecallCurve) in part(curve) }
    }
    pr("var averagePrecision: Double { get }", "The mean of the precision over the recall.", "print(precisionRecallCurve\(scores).averagePrecision)") { (curve: PrecisionRecallCurve) -> Double in curve.averagePrecision }
    free("func precisionRecallCurve(scores: Tensor, expected: Tensor) -> PrecisionRecallCurve", "Precision and recall over all thresholds.", "print(precisionRecallCurve\(scores).recall)") { (a: Tensor, b: Tensor) throws -> PrecisionRecallCurve in try RankingMetrics.precisionRecall(a, b) }
    free("func averagePrecision(scores: Tensor, expected: Tensor) -> Double", "The mean of the precision over the recall; of scores [n, classes] the mean over the classes.", "print(averagePrecision\(scores))") { (a: Tensor, b: Tensor) throws -> Double in try RankingMetrics.averagePrecision(a, b) }
    free("func psnr(_ a: Tensor, _ b: Tensor, range: Double = 1) -> Double", "The peak signal-to-noise ratio of two images in decibels.", "print(psnr(Tensor([0.0, 1]), Tensor([0.1, 0.9])))") { (a: Tensor, b: Tensor, range: Double) throws -> Double in try ImageMetrics.psnr(a, b, range: range) }
    free("func ssim(_ a: Tensor, _ b: Tensor, range: Double = 1, window: Int = 7) -> Double", "The structural similarity of two images, 1 for equal ones (Wang et al. 2004).", "print(ssim(Tensor.ones(8, 8), Tensor.ones(8, 8)))") { (a: Tensor, b: Tensor, range: Double, window: Int) throws -> Double in try ImageMetrics.ssim(a, b, range: range, window: window) }
}
