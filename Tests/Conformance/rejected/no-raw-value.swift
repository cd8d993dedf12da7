struct Version: RawRepresentable { // rejected: type 'Version' does not conform to protocol 'RawRepresentable'
    var number: Int
}
