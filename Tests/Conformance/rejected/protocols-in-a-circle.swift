protocol Named: Described {}
protocol Described: Printed {  // rejected: protocol 'Described' refines itself
    var text: String { get }
}
protocol Printed: Named {}
