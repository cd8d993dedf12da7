extension Int: Sequence {} // rejected: type 'Int' does not conform to protocol 'Sequence'
