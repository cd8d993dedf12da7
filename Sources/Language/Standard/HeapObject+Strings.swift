extension HeapObject {
    /// Puts text at the end of a string variable, in place when nobody else holds it.
    static func appendString(_ address: UnsafeMutablePointer<UInt64>, _ text: String) {
        if isUnique(address[0]) {
            string(block(address[0])).pointee += text
            return
        }
        let whole = string(address[0]) + text
        release(address[0])
        address[0] = makeString(whole)
    }
}
