/// What the machine does on scalars and strings with one instruction or one small routine.
package enum Operation: UInt16, CaseIterable {
    // Int: overflow and division by zero fault.
    case intAdd, intSubtract, intMultiply, intDivide, intRemainder, intNegate
    case intAddWrapping, intSubtractWrapping, intMultiplyWrapping
    case intAnd, intOr, intXor, intNot, intShiftLeft, intShiftRight
    case intEqual, intNotEqual, intLess, intLessEqual, intGreater, intGreaterEqual
    case intAbs, intMin, intMax

    // Integers of any type, the type being that of the arguments.
    case fixedAdd, fixedSubtract, fixedMultiply, fixedDivide, fixedRemainder, fixedNegate
    case fixedAddWrapping, fixedSubtractWrapping, fixedMultiplyWrapping
    case fixedNot, fixedShiftLeft, fixedShiftRight
    case fixedLess, fixedLessEqual, fixedGreater, fixedGreaterEqual

    case doubleAdd, doubleSubtract, doubleMultiply, doubleDivide, doubleNegate
    case doubleRemainder
    case doubleEqual, doubleNotEqual, doubleLess, doubleLessEqual, doubleGreater, doubleGreaterEqual
    case doubleAbs, doubleMin, doubleMax
    case doubleSquareRoot, doubleExp, doubleLog, doubleSin, doubleCos, doubleTan, doubleTanh
    case doublePow, doubleFloor, doubleCeil, doubleRound, doubleTrunc

    case floatAdd, floatSubtract, floatMultiply, floatDivide, floatNegate
    case floatEqual, floatNotEqual, floatLess, floatLessEqual, floatGreater, floatGreaterEqual

    case boolNot, boolEqual, boolNotEqual

    // Conversions; `doubleToInt` faults on NaN, infinity and what does not fit.
    case intToDouble, doubleToInt, intToFloat, floatToDouble, doubleToFloat, floatToInt

    case stringConcatenate, stringEqual, stringNotEqual, stringLess, stringLessEqual
    case stringGreater, stringGreaterEqual

    // Arrays of any element; the index or count is checked. The array is the first argument.
    case arrayCount, arrayGet, arrayConcatenate
    /// First argument is the array's address: append(element), append(contentsOf: array).
    case arrayAppend, arrayAppendContents
    /// Count and element.
    case arrayRepeating
    /// reserveCapacity, removeLast() → element, remove(at:) → element, insert(element, at), removeAll(),
    /// swapAt(i, j): address first.
    case arrayReserve, arrayRemoveLast, arrayRemove, arrayInsert, arrayRemoveAll, arraySwap
    /// array, lower, upper → a new array of that part; bounds checked.
    case arraySlice
}
