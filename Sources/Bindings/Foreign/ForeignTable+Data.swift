/// What scikit-learn and pandas call data, tables and classical learning.
extension ForeignTable {
    /// Names on their own, and last names behind a module's.
    static let dataNames: [String: String] = [
        "read_csv": "readCSV(\"data.csv\")", "train_test_split": "trainTestSplit(x, y, testFraction: 0.2)",
        "accuracy_score": "accuracy(predicted: a, expected: b)", "confusion_matrix": "confusionMatrix(predicted: a, expected: b)",
        "KNeighborsClassifier": "KNearestNeighbors(k: 5)", "load_digits": "Digits.load()", "load_mnist": "MNIST.load(from: folder)",
        "Series": "Column(\"name\", [1, 2])", "KNeighborsRegressor": "KNearestNeighbors(k: 5)", "KNN": "KNearestNeighbors(k: 5)",
        "DecisionTreeClassifier": "DecisionTree()", "DecisionTreeRegressor": "RegressionTree()",
        "RandomForestClassifier": "RandomForest(trees: 100)", "SVC": "SupportVectorMachine()", "SVM": "SupportVectorMachine()",
        "LinearSVC": "LinearSVM()", "GaussianNB": "GaussianNaiveBayes()", "NaiveBayes": "GaussianNaiveBayes()", "Ridge": "RidgeRegression(alpha: 1)",
        "LogisticRegressionCV": "LogisticRegression()", "StandardScalar": "StandardScaler()", "OrdinalEncoder": "LabelEncoder()",
        "LabelBinarizer": "OneHotEncoder()", "cross_val_score": "crossValidate(model, x, y, folds: 5)",
        "crossValidation": "crossValidate(model, x, y, folds: 5)", "KFold": "crossValidate(model, x, y, folds: 5)",
        "StratifiedKFold": "crossValidate(model, x, y, folds: 5)",
        "GridSearchCV": "'for depth in 1...5 { crossValidate(DecisionTree(maximumDepth: depth), x, y) }'",
        "classification_report": "classificationReport(predicted: a, expected: b)", "f1_score": "f1Score(predicted: a, expected: b)",
        "precision_score": "precision(predicted: a, expected: b)", "recall_score": "recall(predicted: a, expected: b)",
        "roc_auc_score": "rocAUC(scores: a, expected: b)", "average_precision_score": "averagePrecision(scores: a, expected: b)",
        "balanced_accuracy_score": "balancedAccuracy(predicted: a, expected: b)",
        "mean_squared_error": "meanSquaredError(predicted: a, expected: b)", "mean_absolute_error": "meanAbsoluteError(predicted: a, expected: b)",
        "r2_score": "r2Score(predicted: a, expected: b)", "log_loss": "logLoss(probabilities: a, expected: b)",
        "matthews_corrcoef": "matthewsCorrelation(predicted: a, expected: b)", "cohen_kappa_score": "cohensKappa(predicted: a, expected: b)",
        "top_k_accuracy_score": "topKAccuracy(scores: a, expected: b)", "ConfusionMatrixDisplay": "confusionMatrix(truth, predicted)",
        "RocCurveDisplay": "roc(scores, truth)", "plot_tree": "tree(model)", "load_iris": "Iris.load()", "load_wine": "Wine.load()",
        "load_breast_cancer": "BreastCancer.load()", "load_diabetes": "Diabetes.load()", "load_penguins": "Penguins.load()",
        "fetch_openml": "MNIST.load(from: folder)", "load_boston": "Diabetes.load()", "read_excel": "readCSV(\"data.csv\")",
        "read_json": "readCSV(\"data.csv\")", "read_table": "readCSV(\"data.csv\", separator: \"\\t\")",
        "pivot_table": "frame.pivot(rows: \"a\", columns: \"b\", values: \"c\")", "make_moons": "Moons.make(200, noise: 0.1)",
        "make_circles": "Circles.make(200, noise: 0.05)", "make_blobs": "Blobs.make(150, centers: 3)",
        "make_classification": "Blobs.make(150, centers: 3)", "make_spirals": "Spirals.make(300, classes: 3)",
        "make_swiss_roll": "Spirals.make(300)", "Figure": "figure(figsize: (6, 4))", "subplot": "plt.subplots(2, 3)",
        "imread": "Tensor.load(\"picture.png\")",
    ]

    /// What is asked of a table.
    static let frameMembers: [String: String] = [
        "iloc": "'frame[0..<5]' are rows, 'frame[\"name\"]' is a column", "loc": "'frame[\"name\"]' is a column, 'frame[mask]' are rows",
        "values": "tensor", "to_numpy": "tensor", "len": "count", "length": "count",
        "query": "'frame[frame[\"age\"] .> 30]' are the rows where it holds", "groupby": "grouped(by:)", "groupBy": "grouped(by:)",
        "merge": "joined(_:on:)", "join": "joined(_:on:)", "sort_values": "sorted(by:)", "dropna": "droppingMissing", "fillna": "fillingMissing",
        "isna": "missingCounts", "isnull": "missingCounts", "drop": "dropping", "rename": "renamed(_:to:)", "drop_duplicates": "droppingDuplicates",
        "corr": "correlation", "to_csv": "save(csv:)", "pivot_table": "pivot(rows:columns:values:)", "melt": "melted(keys:)",
        "get_dummies": "oneHot", "append": "appending", "concat": "appending", "assign": "setting", "iterrows": "'for row in frame.rows'",
        "dtypes": "info", "nunique": "'frame[\"name\"].categories.count'", "value_counts": "'frame[\"name\"].valueCounts()'",
        "apply": "'frame.rows.map { row in … }'", "set_index": "'frame[\"name\"]' is a column; rows have no other names",
        "reset_index": "rows have no names: leave it out", "sort_index": "sorted(by:)", "astype": "setting",
        "unique": "'frame[\"name\"].categories'", "plot": "'plt.plot(frame[\"x\"], frame[\"y\"])'", "hist": "'plt.hist(frame[\"x\"])'",
        "cov": "'covariance(frame.tensor(), columns: true)'", "itertuples": "'for row in frame.rows'", "transpose": "'frame.tensor().T'",
        "iat": "'frame.rows[0][\"name\"]'", "at": "'frame.rows[0][\"name\"]'", "nlargest": "sorted(by:)", "mode": "'frame[\"name\"].valueCounts()'",
    ]

    /// What is asked of a table's column.
    static let columnMembers: [String: String] = [
        "value_counts": "valueCounts", "fillna": "fillingMissing", "dropna": "droppingMissing", "isna": "isMissing", "isnull": "isMissing",
        "isin": "isIn", "apply": "map", "values": "'column.doubles' or 'column.strings'", "tolist": "'column.doubles' or 'column.strings'",
        "nunique": "'column.categories.count'", "rename": "renamed", "len": "count",
    ]
}
