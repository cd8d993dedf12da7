struct Item: Identifiable { // rejected: type 'Item' does not conform to protocol 'Identifiable'
    var name: String
}
