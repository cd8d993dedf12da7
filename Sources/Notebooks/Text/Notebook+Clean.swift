extension Notebook {
    /// The notebook without what runs leave in it: outputs, counts, and what frontends note of them.
    package var cleaned: Notebook {
        var copy = self
        for index in copy.cells.indices where copy.cells[index].kind == .code && !copy.cells[index].tags.contains("keep-output") {
            let cell = copy.cells[index]
            if !cell.outputs.isEmpty { copy.cells[index].outputs = [] }
            if cell.object["execution_count"] != .null { copy.cells[index].executionCount = nil }
            var metadata = cell.metadata
            let noise = ["execution", "ExecuteTime", "collapsed", "scrolled"].filter { metadata[$0] != nil }
            for key in noise { metadata[key] = nil }
            if !noise.isEmpty { copy.cells[index].setMetadata(metadata) }
        }
        return copy.runMark == nil ? copy : copy.marked(nil)
    }

    /// The notebook without what every run notes of the language, which is no change.
    package var withoutLanguage: Notebook {
        var copy = self
        copy.metadata["language_info"] = nil
        return copy
    }
}
