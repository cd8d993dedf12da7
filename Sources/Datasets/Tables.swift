public import DataFrames
public import Tensors

/// The small tables that come with the library, as scikit-learn distributes them.
enum BundledTable {
    /// The text of a compressed resource.
    static func text(_ bytes: [UInt8], _ name: String) throws(TensorError) -> String {
        do throws(GzipError) {
            return String(decoding: try Gzip.inflate(bytes, limit: 1 << 22), as: UTF8.self)
        } catch {
            throw .format(name: name, problem: error.description, help: nil)
        }
    }

    /// The numbers of a text, row after row, and the first line where it is no row.
    static func numbers(
        _ text: String, separator: Character, name: String
    ) throws(TensorError) -> [[Double]] {
        var rows: [[Double]] = []
        for line in text.split(separator: "\n") {
            let row = line.split(separator: separator).map { Double($0) }
            guard !row.contains(nil) else {
                throw .format(name: name, problem: "'\(line)' is no row of numbers", help: nil)
            }
            rows.append(row.compactMap { $0 })
        }
        return rows
    }

    /// A data set of classes: the first line has counts and the classes' names, the last column the
    /// class.
    static func classes(
        _ bytes: [UInt8], _ name: String, features: [String]
    ) throws(TensorError) -> Dataset {
        let text = try text(bytes, name)
        let lines = text.split(separator: "\n", maxSplits: 1)
        let header = lines[0].split(separator: ",").map(String.init)
        let rows = try numbers(String(lines[1]), separator: ",", name: name)
        let width = features.count
        guard header.count > 2, rows.allSatisfy({ $0.count == width + 1 }) else {
            throw .format(name: name, problem: "it is not as it was packed", help: nil)
        }
        return try Dataset(
            checking: Checked.tensor(
                rows.flatMap { $0.prefix(width).map { Float($0) } }, shape: [rows.count, width]),
            labels: Checked.tensor(rows.map { Int($0[width]) }, shape: [rows.count]),
            classNames: Array(header[2...]), featureNames: features)
    }
}

/// 150 irises of three species with the lengths and widths of their leaves (Fisher 1936).
///
///     let iris = try Iris.load()
///     iris.features      // [150, 4], float32, centimetres
///     iris.classNames    // setosa, versicolor, virginica
public enum Iris {
    /// The flowers with their species.
    ///
    /// - Throws: when there is no memory for them.
    public static func load() throws(TensorError) -> Dataset {
        try BundledTable.classes(
            PackageResources.iris_csv_gz, "iris",
            features: ["sepal_length", "sepal_width", "petal_length", "petal_width"])
    }
}

/// 178 wines of three growers with 13 chemical measures (Aeberhard and Forina 1992).
public enum Wine {
    /// The wines with their growers.
    ///
    /// - Throws: when there is no memory for them.
    public static func load() throws(TensorError) -> Dataset {
        try BundledTable.classes(
            PackageResources.wine_csv_gz, "wine",
            features: [
                "alcohol", "malic_acid", "ash", "alcalinity_of_ash", "magnesium", "total_phenols",
                "flavanoids", "nonflavanoid_phenols", "proanthocyanins", "color_intensity", "hue",
                "od280_od315", "proline",
            ])
    }
}

/// 569 tumours, malignant or benign, with 30 measures of their cells (Wolberg, Mangasarian and Street
/// 1993).
public enum BreastCancer {
    /// The tumours: label 0 is malignant, 1 benign.
    ///
    /// - Throws: when there is no memory for them.
    public static func load() throws(TensorError) -> Dataset {
        let measures = [
            "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity",
            "concave_points", "symmetry", "fractal_dimension",
        ]
        return try BundledTable.classes(
            PackageResources.breast_cancer_csv_gz, "breast cancer",
            features: ["mean", "error", "worst"].flatMap { kind in measures.map { "\(kind)_\($0)" } })
    }
}

/// 442 patients with ten measures, and how their diabetes had advanced a year later (Efron and others
/// 2004).
public enum Diabetes {
    /// The patients, and the measure of the disease as float32 labels.
    ///
    /// - Parameter scaled: each feature with mean 0 and sum of squares 1, as scikit-learn gives them;
    ///   otherwise as measured.
    /// - Throws: when there is no memory for them.
    public static func load(scaled: Bool = true) throws(TensorError) -> Dataset {
        var rows = try BundledTable.numbers(
            BundledTable.text(PackageResources.diabetes_txt_gz, "diabetes"), separator: " ",
            name: "diabetes")
        let target = try BundledTable.numbers(
            BundledTable.text(PackageResources.diabetes_target_txt_gz, "diabetes"), separator: " ",
            name: "diabetes")
        let names = ["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"]
        if scaled {
            for feature in names.indices {
                let mean = rows.reduce(0) { $0 + $1[feature] } / Double(rows.count)
                let size = rows.reduce(0) { $0 + ($1[feature] - mean) * ($1[feature] - mean) }
                    .squareRoot()
                for row in rows.indices { rows[row][feature] = (rows[row][feature] - mean) / size }
            }
        }
        return try Dataset(
            checking: Checked.tensor(
                rows.flatMap { $0.map { Float($0) } }, shape: [rows.count, names.count]),
            labels: Checked.tensor(target.map { Float($0[0]) }, shape: [target.count]),
            featureNames: names)
    }
}

/// 344 penguins of three species near Palmer Station, with some values missing (Gorman, Williams and
/// Fraser 2014).
public enum Penguins {
    /// The table, from `penguins.csv` in a data folder or from a file.
    ///
    /// - Throws: where there is no such file, naming the places that were looked at.
    public static func load(from path: String? = nil) throws(TensorError) -> DataFrame {
        try DataFrame(
            csv: DataFolder.find(
                path, ["penguins.csv", "csv/penguins.csv"], "the table of penguins"))
    }
}

extension Dataset {
    package func checkedFrame() throws(TensorError) -> DataFrame {
        guard features.rank == 2 else {
            throw .shape(
                operation: "frame", expected: "features [count, columns]", given: features.shape,
                help: nil)
        }
        let width = features.shape[1]
        let values = try Checked.scalars(Checked.asType(features, .float64), as: Double.self)
        var columns: [Column] = []
        for feature in 0..<width {
            columns.append(
                Column(
                    featureNames.count == width ? featureNames[feature] : "x\(feature)",
                    (0..<count).map { values[$0 * width + feature] }))
        }
        let targets = try Checked.scalars(Checked.asType(labels, .float64), as: Double.self)
        guard targets.count == count else { return try DataFrame(checking: columns) }
        if labels.dtype.isFloatingPoint {
            columns.append(Column("target", targets))
        } else if !classNames.isEmpty, targets.allSatisfy({ classNames.indices.contains(Int($0)) }) {
            columns.append(Column("class", targets.map { classNames[Int($0)] }))
        } else {
            columns.append(Column("class", targets.map { Int($0) }))
        }
        return try DataFrame(checking: columns)
    }

    /// The examples as a table: a column for each feature, and the class or target last.
    public func frame() -> DataFrame { orEnd { () throws(TensorError) in try checkedFrame() } }
}
