struct Gauge {
    var level: Int {
        didSet { print("changed") } // rejected: 'didSet' cannot be provided together with a getter
        get { 3 }
    }
}
