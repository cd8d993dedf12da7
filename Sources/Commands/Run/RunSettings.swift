internal import Notebooks

/// What all notebooks of a run have in common.
struct RunSettings {
    var options = NotebookRunner.Options()
    var parameters = Parameters()
    var limits: LimitOptions
    /// Goes on where an earlier run ended, and keeps what a later one needs for that.
    var resumes = false
}
