/// Integers of a fixed width: one slot, extended by their sign or by zeros.
package protocol CellInteger: CellValue, FixedWidthInteger {}

extension CellInteger {
    package static var cellLayout: Layout { .scalar }
    package static var slotCount: Int { 1 }
    package static func load(_ slots: UnsafePointer<UInt64>) -> Self { Self(truncatingIfNeeded: slots[0]) }
    package func store(_ slots: UnsafeMutablePointer<UInt64>) { slots[0] = UInt64(truncatingIfNeeded: self) }
}

extension Int8: CellInteger {}
extension Int16: CellInteger {}
extension Int32: CellInteger {}
extension Int64: CellInteger {}
extension UInt: CellInteger {}
extension UInt8: CellInteger {}
extension UInt16: CellInteger {}
extension UInt32: CellInteger {}
extension UInt64: CellInteger {}
