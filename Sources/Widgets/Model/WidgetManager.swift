package import Comms
package import JSON
import Synchronization

/// The models that frontends know, for a frontend that comes later and for a notebook that is saved.
package final class WidgetManager: Sendable {
    package static let shared = WidgetManager()
    /// The target of models' comms, and the version of the protocol that they speak.
    package static let target = "jupyter.widget"
    package static let version = "2.1.0"

    private let models = Mutex<[(comm: Comm, model: WidgetModel)]>([])

    func add(_ comm: Comm, _ model: WidgetModel) {
        models.withLock { models in
            // Comms that a reset has closed are gone for good.
            models.removeAll { !$0.comm.isOpen }
            models.append((comm, model))
        }
    }

    func remove(_ comm: Comm) {
        models.withLock { $0.removeAll { $0.comm === comm } }
    }

    /// Answers frontends that ask for all models of a session at once.
    package func serve(_ registry: CommRegistry) {
        registry.register("jupyter.widget.control") { [self, unowned registry] comm, _ in
            comm.onMessage { [unowned registry] payload in
                guard payload.data["method"]?.string == "request_states" else { return }
                let states = self.states(in: registry)
                comm.send(CommPayload(["method": "update_states", "states": .object(JSONObject(states)), "buffer_paths": []]))
            }
        }
    }

    /// What a notebook keeps of a session's models under `application/vnd.jupyter.widget-state+json`; nil without models.
    package func notebookState(of registry: CommRegistry) -> JSONValue? {
        let states = self.states(in: registry)
        if states.isEmpty { return nil }
        return ["version_major": 2, "version_minor": 0, "state": .object(JSONObject(states))]
    }

    private func states(in registry: CommRegistry) -> [(String, JSONValue)] {
        let known = registry.comms
        return models.withLock { $0 }.filter { entry in known.contains { $0 === entry.comm } }.map { entry in
            let traits = entry.model.traits
            let state: JSONValue = [
                "model_name": traits["_model_name"] ?? .null, "model_module": traits["_model_module"] ?? .null,
                "model_module_version": traits["_model_module_version"] ?? .null, "state": .object(traits),
            ]
            return (entry.comm.id, state)
        }
    }
}
