package import Session

/// How one notebook of a run ended, cell by cell.
package struct NotebookResult: Sendable, Equatable {
    package enum Status: String, Sendable {
        case passed, failed
        /// A cell or the notebook took longer than it may.
        case timedOut = "timed out"
        /// It needed more memory than it may have.
        case outOfMemory = "out of memory"
        /// Somebody ended the run.
        case interrupted
        /// The process that ran it is gone.
        case crashed
        /// The run ended before its turn.
        case notRun = "not run"
        /// Its results were there already.
        case upToDate = "up to date"

        package var isGood: Bool { self == .passed || self == .upToDate }
    }

    /// A cell that was run.
    package struct Cell: Sendable, Equatable {
        /// From 1, among the cells that run.
        package var number: Int
        /// The cell's first line.
        package var title: String
        package var seconds: Double
        /// The process's memory when it had ended, in bytes.
        package var memory: Int
        /// The lines that show its error.
        package var traceback: [String]
        /// The error counts.
        package var isFailure: Bool

        package init(number: Int, title: String, seconds: Double, memory: Int, traceback: [String] = [], isFailure: Bool = false) {
            self.number = number
            self.title = title
            self.seconds = seconds
            self.memory = memory
            self.traceback = traceback
            self.isFailure = isFailure
        }
    }

    package let path: String
    package var status = Status.notRun
    /// The number of cells that a whole run has.
    package var count = 0
    package var cells: [Cell] = []
    /// What ended the run, where it was no cell.
    package var message: String?

    package init(path: String) {
        self.path = path
    }

    package var seconds: Double { cells.reduce(0) { $0 + $1.seconds } }
    package var memory: Int { cells.map(\.memory).max() ?? 0 }

    /// Takes in what the run tells.
    package mutating func note(_ event: NotebookRunner.Event) {
        switch event {
        case .started(_, let count, _): self.count = count
        case .finished(let cell, let count):
            self.count = count
            cells.append(cell)
        }
    }
}
