/// What an executed notebook says of a run that did not come to its end: `metadata.vencejo.run`. A notebook whose run did
/// has no such mark, so that its bytes depend on its cells alone.
package struct RunMark: Sendable, Equatable {
    /// The cells that have been run.
    package let done: Int
    /// Why there are no more; nil while the run goes on, or when it was killed.
    package let ended: String?

    /// The number of cells after which the session was kept in a file beside; nil where it was not.
    package let session: Int?

    package init(done: Int, ended: String? = nil, session: Int? = nil) {
        self.done = done
        self.ended = ended
        self.session = session
    }
}

extension JSONObject {
    /// Sets or removes the mark in a notebook's metadata.
    mutating func setRunMark(_ mark: RunMark?) {
        var own = self["vencejo"]?.object ?? JSONObject()
        own["run"] = mark.map { mark in
            var object = JSONObject([("complete", .bool(false)), ("done", .integer(mark.done))])
            if let ended = mark.ended { object["ended"] = .text(ended) }
            if let session = mark.session { object["session"] = .integer(session) }
            return .object(object)
        }
        if own.members.isEmpty {
            if self["vencejo"] != nil { self["vencejo"] = nil }
        } else {
            self["vencejo"] = .object(own)
        }
    }
}

extension Notebook {
    /// The mark of a run that did not come to its end.
    package var runMark: RunMark? {
        guard let mark = metadata["vencejo"]?.object?["run"]?.object else { return nil }
        return RunMark(done: mark["done"]?.integer ?? 0, ended: mark["ended"]?.text, session: mark["session"]?.integer)
    }

    /// The notebook with a mark, or without one.
    package func marked(_ mark: RunMark?) -> Notebook {
        var copy = self
        var metadata = metadata
        metadata.setRunMark(mark)
        copy.metadata = metadata
        return copy
    }

    /// How many cells of a run of this notebook an earlier run has done, given what that one wrote: those that are the
    /// same from the first on. nil where it is of another notebook.
    package func progress(in earlier: Notebook) -> (done: Int, of: Int, isComplete: Bool)? {
        let own = cells.filter(NotebookRunner.runs)
        let other = earlier.cells.filter(NotebookRunner.runs)
        guard own.map(\.source) == other.map(\.source), own.map(\.tags) == other.map(\.tags) else { return nil }
        guard earlier.runMark == nil, other.allSatisfy({ $0.executionCount != nil }) else {
            let mark = earlier.runMark
            return (mark.map { min($0.done, own.count) } ?? 0, own.count, false)
        }
        return (own.count, own.count, true)
    }
}
