internal import Language

extension SessionCore {
    func save(to path: String, _ interpreter: Interpreter) throws -> String { "" }
    func load(from path: String, _ interpreter: Interpreter) throws -> String { "" }
}
