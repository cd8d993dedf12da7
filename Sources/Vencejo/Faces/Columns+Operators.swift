public import DataFrames
public import Tensors

// Columns beside each other, beside numbers and beside texts. Arithmetic goes row by row, and where one side is missing
// so is the result; a comparison is a mask that chooses rows, false where a value is missing, which for `.!=` is true.

public func + (a: Double, b: Column) -> Column { orEnded { try Column.combined(.add, .init(a), .column(b)) } }
public func + (a: Int, b: Column) -> Column { orEnded { try Column.combined(.add, .init(a), .column(b)) } }
public func + (a: Column, b: Int) -> Column { orEnded { try Column.combined(.add, .column(a), .init(b)) } }
public func - (a: Double, b: Column) -> Column { orEnded { try Column.combined(.subtract, .init(a), .column(b)) } }
public func - (a: Int, b: Column) -> Column { orEnded { try Column.combined(.subtract, .init(a), .column(b)) } }
public func - (a: Column, b: Int) -> Column { orEnded { try Column.combined(.subtract, .column(a), .init(b)) } }
public func * (a: Double, b: Column) -> Column { orEnded { try Column.combined(.multiply, .init(a), .column(b)) } }
public func * (a: Int, b: Column) -> Column { orEnded { try Column.combined(.multiply, .init(a), .column(b)) } }
public func * (a: Column, b: Int) -> Column { orEnded { try Column.combined(.multiply, .column(a), .init(b)) } }
public func / (a: Double, b: Column) -> Column { orEnded { try Column.combined(.divide, .init(a), .column(b)) } }
public func / (a: Int, b: Column) -> Column { orEnded { try Column.combined(.divide, .init(a), .column(b)) } }
public func / (a: Column, b: Int) -> Column { orEnded { try Column.combined(.divide, .column(a), .init(b)) } }

/// The texts with another behind.
public func + (a: Column, b: String) -> Column { orEnded { try Column.combined(.add, .column(a), .text(b)) } }

public func .== (a: Column, b: Column) -> Tensor { orEnded { try Column.compared(.equal, .column(a), .column(b)) } }
public func .== (a: Column, b: Int) -> Tensor { orEnded { try Column.compared(.equal, .column(a), .init(b)) } }
public func .!= (a: Column, b: Column) -> Tensor { orEnded { try Column.compared(.notEqual, .column(a), .column(b)) } }
public func .!= (a: Column, b: Int) -> Tensor { orEnded { try Column.compared(.notEqual, .column(a), .init(b)) } }
public func .< (a: Column, b: Column) -> Tensor { orEnded { try Column.compared(.less, .column(a), .column(b)) } }
public func .< (a: Column, b: Int) -> Tensor { orEnded { try Column.compared(.less, .column(a), .init(b)) } }
public func .< (a: Column, b: String) -> Tensor { orEnded { try Column.compared(.less, .column(a), .text(b)) } }
public func .<= (a: Column, b: Column) -> Tensor { orEnded { try Column.compared(.lessOrEqual, .column(a), .column(b)) } }
public func .<= (a: Column, b: Int) -> Tensor { orEnded { try Column.compared(.lessOrEqual, .column(a), .init(b)) } }
public func .<= (a: Column, b: String) -> Tensor { orEnded { try Column.compared(.lessOrEqual, .column(a), .text(b)) } }
public func .> (a: Column, b: Column) -> Tensor { orEnded { try Column.compared(.greater, .column(a), .column(b)) } }
public func .> (a: Column, b: Int) -> Tensor { orEnded { try Column.compared(.greater, .column(a), .init(b)) } }
public func .> (a: Column, b: String) -> Tensor { orEnded { try Column.compared(.greater, .column(a), .text(b)) } }
public func .>= (a: Column, b: Column) -> Tensor { orEnded { try Column.compared(.greaterOrEqual, .column(a), .column(b)) } }
public func .>= (a: Column, b: Int) -> Tensor { orEnded { try Column.compared(.greaterOrEqual, .column(a), .init(b)) } }
public func .>= (a: Column, b: String) -> Tensor { orEnded { try Column.compared(.greaterOrEqual, .column(a), .text(b)) } }
