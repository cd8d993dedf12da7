internal import DataFrames
internal import Language
internal import NeuralNetworks
internal import Plotting
internal import Tensors
internal import Widgets

typealias PlotAxes = Plotting.Axes

extension Figure: CellObject {}
extension PlotAxes: CellObject {}
extension AxesGrid: CellObject {}
extension Pyplot: CellObject {}
extension Color: CellObject {}
extension LineStyle: CellObject {}
extension Marker: CellObject {}
extension Colormap: CellObject {}
extension Rasterize: CellObject {}
extension LegendLocation: CellObject {}
extension AxisScale: CellObject {}

extension PlotError: FaultConvertible {
    package var faultKind: String { "PlotError" }
    package var faultMessage: String { lines.first ?? description }
    package var faultHelp: String? {
        guard let help = lines.dropFirst().first(where: { $0.hasPrefix("help: ") }) else { return nil }
        return String(help.dropFirst(6))
    }
    package var faultCause: (any Error)? {
        guard case .closureFailed(_, let error) = self else { return nil }
        return error.thrown
    }
    private var lines: [String] { description.split(separator: "\n").map(String.init) }
}

/// What can be drawn, as a cell gives it: arrays of numbers or names, ranges, tensors.
struct PlotSource: CellValue, PlotData {
    let value: AnyCellValue

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> PlotSource {
        PlotSource(value: try AnyCellValue.load(slots))
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) { value.store(slots) }

    func plotArray() throws(PlotError) -> PlotArray {
        do {
            return try array()
        } catch let error as PlotError {
            throw error
        } catch {
            throw .notNumbers(what: "the data", example: "\(value.type)")
        }
    }

    /// Rows of a nested array, which may differ in length.
    func plotGroups() throws(PlotError) -> [[Double]] {
        guard let element = value.type.arrayElement else { return try plotArray().plotGroups() }
        do {
            switch element.nominal?.form {
            case .array:
                switch element.arguments[0].nominal?.form {
                case .double: return try [[Double]].load(value.slots).plotGroups()
                case .int: return try [[Int]].load(value.slots).plotGroups()
                case .float: return try [[Float]].load(value.slots).plotGroups()
                default: return try plotArray().plotGroups()
                }
            case .native: return try [Tensor].load(value.slots).plotGroups()
            default: return try plotArray().plotGroups()
            }
        } catch let error as PlotError {
            throw error
        } catch {
            throw .notNumbers(what: "the data", example: "\(value.type)")
        }
    }

    private func array() throws -> PlotArray {
        if let tensor = value.native(Tensor.self) { return try tensor.plotArray() }
        if let column = value.native(Column.self) {
            return column.kind == .string ? try column.strings.plotArray() : try column.checkedDoubles().plotArray()
        }
        let type = value.type
        if let element = type.arrayElement {
            switch element.nominal?.form {
            case .double: return try [Double].load(value.slots).plotArray()
            case .int: return try [Int].load(value.slots).plotArray()
            case .float: return try [Float].load(value.slots).plotArray()
            case .bool: return try [Bool].load(value.slots).plotArray()
            case .string: return try [String].load(value.slots).plotArray()
            case .array:
                let inner = element.arguments[0]
                if inner === Type.double { return try [[Double]].load(value.slots).plotArray() }
                if inner === Type.int { return try [[Int]].load(value.slots).plotArray() }
                if case .float? = inner.nominal?.form { return try [[Float]].load(value.slots).plotArray() }
                return try TensorSource(value: value).tensor().plotArray()
            default: return try TensorSource(value: value).tensor().plotArray()
            }
        }
        switch type.nominal?.form {
        case .int: return try Int.load(value.slots).plotArray()
        case .double: return try Double.load(value.slots).plotArray()
        case .float: return try Double(Float.load(value.slots)).plotArray()
        case .range: return try Range<Int>.load(value.slots).plotArray()
        case .closedRange: return try ClosedRange<Int>.load(value.slots).plotArray()
        default: return try TensorSource(value: value).tensor().plotArray()
        }
    }
}

/// Figures that cells draw and values that show themselves as more than text.
enum Figures {
    static func takeOpen() -> [Figure] { Plotting.Figures.takeOpenFigures() }
}

enum RichValues {
    static func figure(of result: CellResult) -> Figure? {
        guard case .native? = result.type.nominal?.form, result.slots[0] != 0 else { return nil }
        if let figure = HeapObject.native(result.slots[0], as: Figure.self) { return figure.pointee }
        if let axes = HeapObject.native(result.slots[0], as: PlotAxes.self) { return axes.pointee.figure }
        return nil
    }

    /// A value in every format it has.
    static func bundle(of value: AnyCellValue) throws -> DisplayBundle {
        let result = CellResult(type: value.type, taking: value.slots)
        HeapObject.retain(value.slots, value.type.layout)
        if let rich = self.value(of: result) { return try rich.displayBundle() }
        return DisplayBundle(text: try CellModels.machine?.describe(value.slots, value.type, debug: false) ?? "")
    }

    static func value(of result: CellResult) -> (any RichDisplayable)? {
        guard case .native? = result.type.nominal?.form, result.slots[0] != 0 else { return nil }
        if let figure = figure(of: result) { return figure }
        if let page = HeapObject.native(result.slots[0], as: InteractiveFigure.self) { return page.pointee }
        if let animation = HeapObject.native(result.slots[0], as: PlotAnimation.self) { return animation.pointee }
        if let history = HeapObject.native(result.slots[0], as: History.self), !history.pointee.epochs.isEmpty {
            return HistoryDisplay(history: history.pointee)
        }
        if result.type.nominal?.name == "Tensor", let tensor = HeapObject.native(result.slots[0], as: Tensor.self) {
            return TensorThumbnail(tensor.pointee)
        }
        if let widget = HeapObject.native(result.slots[0], as: WidgetValue.self) { return widget.pointee.widget }
        return DataValues.rich(result)
    }
}

/// A history shows its curves.
private struct HistoryDisplay: RichDisplayable {
    let history: History

    func displayBundle() throws -> DisplayBundle {
        let drawn = try Figure.history(history).displayBundle()
        guard let svg = drawn["image/svg+xml"] else { return drawn }
        return DisplayBundle(text: history.description).adding("image/svg+xml", svg)
    }
}
