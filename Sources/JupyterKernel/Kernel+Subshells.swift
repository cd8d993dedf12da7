internal import JSON
internal import JupyterMessaging

// Subshells are made, listed and ended on control, while the main shell and others run cells.
extension Kernel {
    func createSubshell(_ request: Request) {
        guard let id = subshells.create() else {
            outlet.reply(
                ErrorReply(ename: "SubshellError", evalue: "the system has no thread left"),
                type: CreateSubshellReply.messageType, to: request)
            return
        }
        outlet.reply(CreateSubshellReply(id: id), to: request)
    }

    func deleteSubshell(_ request: Request) {
        let id: String
        do throws(JSONError) {
            id = try request.message.content.decoded(as: DeleteSubshellRequest.self).id
        } catch {
            refuse(request, because: error)
            return
        }
        if subshells.delete(id) {
            outlet.reply(DeleteSubshellReply(), to: request)
        } else {
            outlet.reply(
                ErrorReply(ename: "SubshellError", evalue: "there is no subshell '\(id)'"),
                type: DeleteSubshellReply.messageType, to: request)
        }
    }

    func listSubshells(_ request: Request) {
        outlet.reply(ListSubshellReply(ids: subshells.identifiers), to: request)
    }

    /// Puts a cell into the queue of the shell that its header names.
    func queue(_ cell: PendingCell) {
        guard let id = cell.request.message.header.subshellID else {
            _ = executor.queue.add(cell)
            return
        }
        if subshells[id]?.add(cell) != true {
            executor.abort(cell, because: "there is no subshell '\(id)'")
        }
    }
}
