internal import Bindings
internal import Language

/// `%session save FILE` and `load FILE`.
extension SessionCore {
    func save(to path: String, _ interpreter: Interpreter) throws -> String {
        let writer = SnapshotWriter(library, interpreter.machine)
        let environment = interpreter.environment
        var manifest = SnapshotManifest()
        var left: [(name: String, reason: String)] = []
        manifest.declarations = environment.sources.declarations.map(SnapshotManifest.Declaration.init)
        for (name, global, isStatic) in environment.storedGlobals {
            guard global.isInitialized else { continue }
            let text = "\(global.type)"
            guard names.withLock({ environment.type(written: text) }) === global.type else {
                left.append((name, "its type '\(text)' is not one that can be written, or was declared again since"))
                continue
            }
            do {
                let slots = try writer.add(UnsafePointer(global.slots), global.type, name: name)
                manifest.variables.append(
                    SnapshotManifest.Variable(
                        name: name, type: text, isMutable: global.isMutable, isStatic: isStatic, slots: slots,
                        layout: SnapshotManifest.text(of: global.type.layout)))
            } catch {
                left.append((name, error.reason))
            }
        }
        dropDeclarations(&manifest, &left)
        do {
            try writer.finish()
        } catch {
            left.append(("optimizers' state", error.reason))
        }
        manifest.blocks = writer.blocks
        try Library.write(SnapshotFile.bytes(manifest, writer), to: path)
        let variables = manifest.variables.count(where: { !$0.isStatic })
        var text = "saved \(variables) variable\(variables == 1 ? "" : "s") and \(manifest.declarations.count) declaration\(manifest.declarations.count == 1 ? "" : "s") in '\(path)'\n"
        for remark in writer.remarks { text += "\(remark)\n" }
        for one in left { text += "not saved: '\(one.name)': \(one.reason)\n" }
        return text
    }

    /// Leaves out declarations that do not stand without what is not saved.
    private func dropDeclarations(_ manifest: inout SnapshotManifest, _ left: inout [(name: String, reason: String)]) {
        while true {
            let environment = Environment(table: library.table)
            let (source, starts) = manifest.source(name: "session")
            let (parsed, messages) = parse(source)
            var first = messages.first { $0.severity == .error }
            if let parsed {
                guard case .failure(let problems) = environment.check(parsed.tree, source) else { return }
                first = problems.all.first { $0.severity == .error }
            }
            guard let first, let index = starts.lastIndex(where: { $0 <= first.range.start }) else { return }
            let name: String
            if index < manifest.variables.count {
                name = manifest.variables.remove(at: index).name
            } else {
                name = manifest.declarations.remove(at: index - manifest.variables.count).name
            }
            left.append((name, first.message))
        }
    }

    func load(from path: String, _ interpreter: Interpreter) throws -> String {
        let bytes = try Library.read(path)
        let manifest = try SnapshotFile.manifest(of: bytes, path: path)
        let environment = interpreter.environment
        // The session as it is comes back when anything is wrong.
        let entities = environment.session.entities
        let sources = environment.sources
        var isDone = false
        defer {
            if !isDone {
                names.withLock {
                    environment.session.entities = entities
                    environment.sources = sources
                }
            }
        }
        let (source, _) = manifest.source(name: path)
        let cell = try names.withLock { () throws -> CheckedCell in
            environment.session.entities = [:]
            let (parsed, messages) = parse(source)
            guard let parsed else { throw SnapshotFile.damaged(path, "its declarations are not Swift: \(messages.first?.message ?? "")") }
            switch environment.check(parsed.tree, source, showsResult: false) {
            case .success(let cell):
                // Types have to be known for the values; variables become known with theirs.
                for (name, entity) in cell.declared { environment.session.entities[name] = entity }
                return cell
            case .failure(let problems):
                throw SnapshotFile.damaged(path, "its declarations do not fit this version: \(problems.all.first?.message ?? "")")
            }
        }
        interpreter.machine.compile(cell.functions)
        let reader = try SnapshotReader(manifest.blocks, file: bytes, path: path, library, interpreter.machine) { [names] text in
            names.withLock { environment.type(written: text) }
        }
        let globals = Dictionary(environment.storedGlobals.map { ($0.name, $0.global) }) { first, _ in first }
        do {
            for variable in manifest.variables {
                guard let global = globals[variable.name] else { throw SnapshotFailure(reason: "nothing declares '\(variable.name)'") }
                guard SnapshotManifest.text(of: global.type.layout) == variable.layout else {
                    throw SnapshotFailure(reason: "the type '\(variable.type)' of '\(variable.name)' has changed")
                }
                try reader.read(variable.slots, global.type, into: global.slots)
                global.isInitialized = true
                global.isMutable = variable.isMutable
            }
            try reader.finish()
        } catch let failure as SnapshotFailure {
            throw SnapshotFile.damaged(path, failure.reason)
        }
        names.withLock {
            environment.session.entities = entities
            environment.sources = sources
            environment.adopt(cell)
        }
        isDone = true
        let count = manifest.variables.count(where: { !$0.isStatic })
        return "loaded \(count) variable\(count == 1 ? "" : "s") and \(manifest.declarations.count) declaration\(manifest.declarations.count == 1 ? "" : "s") from '\(path)'\n"
    }
}
