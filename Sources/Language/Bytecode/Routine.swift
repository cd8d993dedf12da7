/// What the instruction `perform` runs: work that is far more than an instruction's.
///
/// Arguments lie one after the other; they are borrowed where nothing else is said.
enum Routine: Int {
    /// left, right → string
    case stringConcatenate
    /// address, string
    case stringAppend
    /// left, right → Bool
    case stringEqual, stringLess, stringLessEqual
    /// values of the context's types → string
    case interpolate
    /// left, right of the context's type → Bool
    case equal
    /// elements (taken) → array
    case makeArray
    case arrayConcatenate
    /// address, element (taken)
    case arrayAppend
    /// address, array
    case arrayAppendContents
    /// count, element
    case arrayRepeating
    /// address, count
    case arrayReserve
    /// address → element
    case arrayRemoveLast
    /// address, index → element
    case arrayRemove
    /// address, element (taken), index
    case arrayInsert
    /// address
    case arrayRemoveAll
    /// address, index, index
    case arraySwap
    /// array, lower, upper → array
    case arraySlice
    /// keys and values in turn (taken) → dictionary
    case makeDictionary
    /// dictionary, key → optional value
    case dictionaryGet
    /// address, key, optional value (taken)
    case dictionarySet
    /// address, key → optional value, to be put back
    case dictionaryLend
    /// address, key, value or optional value (taken)
    case dictionaryPutBack
    /// address, key, default → address of the value
    case dictionaryValue
    /// reference → optional value, value, Bool; the context says which type
    case castOptional, castForced, isType
    /// object
    case armObject
    /// object → weak reference; weak reference → object, the context says of which type
    case makeWeak, loadWeak
    /// value → reference
    case bridge
    /// metatype
    case noteType
}

/// What a routine needs to know about its arguments.
final class RoutineContext {
    let types: [Type]
    let argumentSlots: Int
    let layout: UnsafePointer<LayoutDescriptor>
    let nominal: NominalType?
    /// What is put back may be nil.
    var isOptional = false
    /// How many elements an array literal has, where they take no slots.
    var elementCount = 0

    init(
        types: [Type] = [], argumentSlots: Int,
        layout: UnsafePointer<LayoutDescriptor> = LayoutTable.empty, nominal: NominalType? = nil
    ) {
        self.types = types
        self.argumentSlots = argumentSlots
        self.layout = layout
        self.nominal = nominal
    }
}
