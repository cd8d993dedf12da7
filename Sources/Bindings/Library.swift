package import Comms
package import JSON
package import Language
internal import DataFrames
import FoundationEssentials
internal import NeuralNetworks
internal import Plotting
internal import Tensors
internal import Widgets
import Glibc
import Synchronization

/// The library as a session has it: the table of what cells can name, and what lies between a cell's values and what a
/// frontend shows.
package final class Library: @unchecked Sendable {
    package let table = DeclarationTable()
    private let hasExamples = Mutex(false)

    /// `table`, where what is declared in families has its examples too. Only who shows examples asks for them, so that
    /// no start waits for their texts.
    package var tableWithExamples: DeclarationTable {
        hasExamples.withLock { hasExamples in
            if !hasExamples { Examples.add(to: table) }
            hasExamples = true
        }
        return table
    }

    /// - Parameter read: gives the line that `readLine()` asks for.
    package init(read: @escaping () throws -> String?) {
        StandardLibrary.declare(in: table, write: { Output.sink.write($0) }, read: read, random: { RandomGenerator.shared.nextUInt64() })
        table.topic = "Tensors"
        declareTensors(table)
        declareLibrary(table)
        table.selfShowingTypes = ["Figure"]
        ForeignTable.declare(in: table)
    }

    /// Brings the session's own generator of random numbers to its start.
    package func seed(_ seed: UInt64) { setRandomSeed(Int(truncatingIfNeeded: seed)) }

    /// Has tensors printed as at the start.
    package func resetPrinting() { PrintOptions.current = PrintOptions() }

    /// Bytes that may still be taken before the machine runs short.
    package static var memoryAvailable: Int { NumericRuntime.memoryAvailable }

    /// Bytes of the machine's memory that this process alone has.
    package static var memoryResident: Int { NumericRuntime.memoryResident }

    /// Gives memory that is kept for reuse back to the system.
    package static func trimMemory() { NumericRuntime.trimMemory() }

    /// The limit on memory for values, in bytes; 0 for none.
    package func limitMemory(to bytes: Int) { NumericRuntime.memoryLimit = bytes }

    /// Brings everything that lives beside the session's variables to its start.
    package func prepareSession(seed: UInt64, memoryLimit: Int) {
        setRandomSeed(Int(truncatingIfNeeded: seed))
        NumericRuntime.memoryLimit = memoryLimit
        resetPrinting()
        discardOpenDisplays()
    }

    package func attach(_ machine: Machine) {
        CellModels.machine = machine
        // Large values of cells ask for the same memory as tensors.
        machine.approveAllocation = { bytes in
            let inUse = NumericRuntime.memoryInUse
            if NumericRuntime.memoryLimit > 0, inUse + bytes > NumericRuntime.memoryLimit {
                throw TensorError.memory(bytes: bytes, inUse: inUse, limit: NumericRuntime.memoryLimit)
            }
            if bytes >= 8 << 20, bytes > NumericRuntime.memoryAvailable {
                Library.trimMemory()
                if bytes > NumericRuntime.memoryAvailable { throw TensorError.memory(bytes: bytes, inUse: inUse, limit: 0) }
            }
        }
    }

    /// Widgets' models are known to the frontends of `comms`.
    package func attach(_ comms: CommRegistry) {
        WidgetManager.shared.serve(comms)
    }

    /// The models of all widgets that frontends know, as a notebook keeps them; nil without any.
    package func widgetState(of comms: CommRegistry) -> JSONValue? {
        WidgetManager.shared.notebookState(of: comms)
    }

    // MARK: Interrupt

    /// What machines look at: `Attention`. Kernels have a flag of their own, which only an interrupt sets.
    package static var attentionFlag: UnsafePointer<Int32> {
        UnsafeRawPointer(attention).assumingMemoryBound(to: Int32.self)
    }

    nonisolated(unsafe) private static let attention: UnsafeMutablePointer<Atomic<Int32>> = {
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: MemoryLayout<Atomic<Int32>>.size, alignment: MemoryLayout<Atomic<Int32>>.alignment)
        memory.storeBytes(of: 0, as: Int32.self)
        return memory.assumingMemoryBound(to: Atomic<Int32>.self)
    }()

    package static func raiseInterrupt() {
        NumericRuntime.interrupt()
        attention.pointee.bitwiseOr(Attention.interrupt, ordering: .acquiringAndReleasing)
    }

    package static func clearInterrupt() {
        NumericRuntime.clearInterrupt()
        attention.pointee.bitwiseAnd(~Attention.interrupt, ordering: .acquiringAndReleasing)
    }

    /// Has the running cell let visitors in, at the next place where it can be held.
    package static func askForVisit() {
        attention.pointee.bitwiseOr(Attention.visit, ordering: .acquiringAndReleasing)
    }

    // MARK: Visits

    /// Long work of the library lets visitors of this machine in; nil for none.
    package func useBreather(of machine: Machine?) {
        Interruption.breather = machine.map { machine in { [weak machine] in machine?.breathe() } }
    }

    /// Runs `body` beside the cell that is held: with figures, random numbers and a learning phase of its own.
    package func aside<Result>(_ body: () throws -> Result) rethrows -> Result {
        try RandomGenerator.shared.aside {
            try Plotting.Figures.aside { try NetworkState.current.aside(body) }
        }
    }

    // MARK: Output

    /// Sends the library's output to `sink`, or to the terminal again.
    package func use(_ sink: (any LibrarySink)?) {
        Output.use(sink.map { SinkAdapter($0) })
    }

    /// What a cell's last value looks like.
    package func present(_ result: CellResult, _ machine: Machine) throws -> LibraryDisplay {
        if result.type === Type.string {
            return LibraryDisplay(text: try machine.describe(UnsafePointer(result.slots), result.type, debug: true))
        }
        if let rich = RichValues.value(of: result) {
            return LibraryDisplay(try rich.displayBundle())
        }
        return LibraryDisplay(text: try machine.describe(UnsafePointer(result.slots), result.type, debug: false))
    }

    /// Figures that a cell drew and did not show; the one that is its last value is shown as that.
    package func takeOpenDisplays(except result: CellResult?) throws -> [LibraryDisplay] {
        let shown = result.flatMap { RichValues.figure(of: $0) }
        return try Figures.takeOpen().filter { $0 !== shown }.map { LibraryDisplay(try $0.displayBundle()) }
    }

    /// Computes what cells of this thread have asked for and nobody has looked at yet.
    package func finishWaiting() { NumericRuntime.finishWaiting() }

    package func discardOpenDisplays() {
        _ = Figures.takeOpen()
    }
}

/// A value in several formats, plain text first; binary formats as base64.
package struct LibraryDisplay: Sendable {
    package let formats: [(mimeType: String, content: String)]

    init(text: String) {
        formats = [("text/plain", text)]
    }

    init(_ bundle: DisplayBundle) {
        formats = bundle.representations.map { representation in
            switch representation.content {
            case .text(let text): (representation.mimeType, text)
            case .data(let bytes): (representation.mimeType, Data(bytes).base64EncodedString())
            }
        }
    }
}

/// Where the library's output goes in a session.
package protocol LibrarySink: AnyObject, Sendable {
    func write(_ text: String)
    func writeError(_ text: String)
    func display(_ bundle: LibraryDisplay, id: String?)
    func updateDisplay(_ bundle: LibraryDisplay, id: String)
    func clearOutput(wait: Bool)
    var updatesInPlace: Bool { get }
}

private final class SinkAdapter: OutputSink {
    private let sink: any LibrarySink

    init(_ sink: any LibrarySink) { self.sink = sink }

    func write(_ text: String) { sink.write(text) }
    func writeError(_ text: String) { sink.writeError(text) }
    func display(_ bundle: DisplayBundle, id: String?) { sink.display(LibraryDisplay(bundle), id: id) }
    func updateDisplay(_ bundle: DisplayBundle, id: String) { sink.updateDisplay(LibraryDisplay(bundle), id: id) }
    func clearOutput(wait: Bool) { sink.clearOutput(wait: wait) }
    var updatesInPlace: Bool { sink.updatesInPlace }
}
